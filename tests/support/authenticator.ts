/** What people sign in with besides a password: an authenticator app (RFC 6238) and a device with a passkey (WebAuthn), in software. */
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an app shows now for the secret it was given in base 32. */
export function appCode(secret: string): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const USER_PRESENT = 1;
const USER_VERIFIED = 4;

export type Device = {
  credentialID: string;
  /** COSE, in base 64 as the table keeps it. */
  publicKey: string;
  /** Answers a challenge; `verified`: whether the device asked its person for a finger, a face or a PIN. */
  answer(challenge: string, verified: boolean): Record<string, unknown>;
};

export function makeDevice(origin: string): Device {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16).toString('base64url');
  // {kty: EC2, alg: ES256, crv: P-256, x, y} in CBOR.
  const cose = ['a5010203262001215820', hex(x), '225820', hex(y)].join('');
  return {
    credentialID: id,
    publicKey: Buffer.from(cose, 'hex').toString('base64'),
    answer(challenge, verified) {
      const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin }));
      const site = createHash('sha256').update('localhost').digest();
      const flags = USER_PRESENT | (verified ? USER_VERIFIED : 0);
      const data = Buffer.concat([site, Buffer.from([flags, 0, 0, 0, 0])]);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}

function hex(part: string): string {
  return Buffer.from(part, 'base64url').toString('hex');
}
