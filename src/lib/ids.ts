/**
 * Prefixed ids such as `gen_0k3f…`: 16 random bytes behind 6 time bytes (UUIDv7's idea), in base 32, so that ids sort
 * by creation time, indexes stay compact and a reader sees what an id names.
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

export function newId(kind: IdKind, now: number = Date.now()): string {
  const time = Buffer.alloc(6);
  time.writeUIntBE(now, 0, 6);
  return `${ID_PREFIX[kind]}_${base32(Buffer.concat([time, randomBytes(10)]))}`;
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
