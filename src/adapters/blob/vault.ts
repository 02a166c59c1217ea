/**
 * Encryption at rest for face embeddings: AES-256-GCM, so that a copy of the database alone measures nobody. The
 * photo's id is authenticated along, so that a row's ciphertext cannot be moved to another person.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env, localSecret } from '@/env';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

let key: Buffer | undefined;

function vaultKey(): Buffer {
  key ??= deriveKey(env().VAULT_KEY ?? env().AUTH_SECRET ?? localSecret('vault'));
  return key;
}

function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'headcraft embeddings v1', 32));
}

/** Version, nonce, tag and ciphertext in one buffer. `owner` is the id of the photo. */
export function sealEmbedding(embedding: Float32Array, owner: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', vaultKey(), nonce).setAAD(Buffer.from(owner));
  const plain = Buffer.from(embedding.buffer, embedding.byteOffset, embedding.byteLength);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed]);
}

/** Null when it was changed, belongs to another photo, or was sealed with a key we no longer have. */
export function openEmbedding(sealed: Uint8Array, owner: string): Float32Array | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length <= HEADER_BYTES || bytes[0] !== VERSION) return null;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, HEADER_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', vaultKey(), nonce).setAAD(Buffer.from(owner));
    decipher.setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()]);
    return new Float32Array(new Uint8Array(plain).buffer);
  } catch {
    return null;
  }
}
