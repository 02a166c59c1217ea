/**
 * Prefixed ids such as `gen_0k3f…`: 6 bytes of time, 2 that count, 8 random ones, in base 32, so that ids sort by
 * creation, indexes stay compact and a reader sees what an id names. After UUIDv7 with a counter (RFC 9562, 6.2): rows
 * are often made several in a millisecond, and lists that sort by time fall back on the id.
 */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export const ID_PREFIX = {
  organization: 'org',
  member: 'mem',
  user: 'usr',
  invitation: 'inv',
  account: 'acc',
  passkey: 'psk',
  transfer: 'trf',
  hold: 'hld',
  order: 'ord',
  payment: 'pay',
  refund: 'ref',
  dispute: 'dsp',
  subscription: 'sub',
  reconciliation: 'rec',
  verification: 'ver',
  creditRequest: 'crq',
  photo: 'pho',
  photoSet: 'set',
  directUpload: 'upl',
  handover: 'hov',
  generation: 'gen',
  picture: 'pic',
  pictureVersion: 'pvn',
  backdrop: 'bdr',
  pictureLink: 'lnk',
  consent: 'con',
  deletion: 'del',
  accountDeletion: 'gon',
  notice: 'ntc',
  push: 'psh',
  mail: 'mai',
  request: 'req',
  audit: 'aud',
  flag: 'flg',
  apiKey: 'key',
} as const;

export type IdKind = keyof typeof ID_PREFIX;

/** The millisecond of the last id, and how many this process has made in it. */
const last = { time: 0, count: 0 };

/** Of two ids of this process and one millisecond, the later one sorts behind (up to 65,536 of them). */
export function newId(kind: IdKind, now: number = Date.now()): string {
  last.count = now === last.time ? last.count + 1 : 0;
  last.time = now;
  const sorted = Buffer.alloc(8);
  sorted.writeUIntBE(now, 0, 6);
  sorted.writeUInt16BE(last.count % 65_536, 6);
  return `${ID_PREFIX[kind]}_${base32(Buffer.concat([sorted, randomBytes(8)]))}`;
}

function base32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}
