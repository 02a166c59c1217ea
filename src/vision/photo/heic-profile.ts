/** The colours of a HEIC photo. Its decoder answers bare numbers, and phones write them for a wider gamut than sRGB: taken for sRGB, skin turns pale. */
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A profile of a phone has half a kilobyte; one of a printer a megabyte. */
const MAX_PROFILE = 2 * 1024 ** 2;
const AFTER_HEADER = 33;

/** The ICC profile in the container; null when it has none, or names its colours by number. */
export function heicProfile(bytes: Buffer): Buffer | null {
  const meta = inside(bytes, 'meta')?.subarray(4);
  const properties = meta && inside(meta, 'iprp');
  const shared = properties && inside(properties, 'ipco');
  for (const { type, body } of shared ? boxes(shared) : []) {
    const kind = type === 'colr' ? body.toString('latin1', 0, 4) : '';
    const profile = body.subarray(4);
    if ((kind === 'prof' || kind === 'rICC') && profile.length <= MAX_PROFILE) return profile;
  }
  return null;
}

/** The same pixels (raw, without alpha) with the profile that says what they mean. */
export async function withProfile(pixels: Sharp, profile: Buffer): Promise<Sharp> {
  const png = await pixels.clone().png({ compressionLevel: 0 }).toBuffer();
  const body = Buffer.concat([Buffer.from('heic\0\0', 'latin1'), deflateSync(profile)]);
  return sharp(
    Buffer.concat([png.subarray(0, AFTER_HEADER), chunk('iCCP', body), png.subarray(AFTER_HEADER)]),
  );
}

type Box = { type: string; body: Buffer };

/** The boxes of one level, up to the first that is larger than what is left. */
function boxes(bytes: Buffer): Box[] {
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) break;
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + size) });
    at += size;
  }
  return found;
}

function inside(bytes: Buffer, type: string): Buffer | undefined {
  return boxes(bytes).find((box) => box.type === type)?.body;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
