/**
 * Seals of links: an address of ours that nobody can make up, bound to the object and its person. Nothing secret is stored for it, so the
 * owner can be shown the address again, and a copy of the database opens nothing.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import { env, localSecret } from '@/env';
import { safeEqual } from '@/lib/hash';

type Bound = { id: string; pictureId: string; userId: string };

let key: Buffer | undefined;

function sealKey(): Buffer {
  key ??= Buffer.from(
    hkdfSync('sha256', env().AUTH_SECRET ?? localSecret('links'), '', 'headcraft picture links v1', 32),
  );
  return key;
}

/** `until` (ms) makes it the seal of the file for that long; without it, of the page. */
export function sealOf({ id, pictureId, userId }: Bound, until?: number): string {
  const text = [until === undefined ? 'page' : `file ${until}`, id, pictureId, userId].join(' ');
  return createHmac('sha256', sealKey()).update(text).digest('base64url');
}

/** In constant time. */
export function isSealed(bound: Bound, seal: string, until?: number): boolean {
  return safeEqual(sealOf(bound, until), seal);
}
