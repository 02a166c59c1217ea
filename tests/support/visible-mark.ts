/** Looking for the visible mark in a delivered picture of one grey, as engines of tests draw them. */
import sharp from 'sharp';

/** Whether the lower right corner shows light letters on a dark tag. */
export async function isMarked(bytes: Uint8Array): Promise<boolean> {
  const { width, height } = await sharp(bytes).metadata();
  const part = { width: Math.round(width * 0.3), height: Math.round(height * 0.15) };
  const corner = { left: width - part.width, top: height - part.height, ...part };
  const cut = await sharp(bytes).extract(corner).png().toBuffer();
  const [grey] = (await sharp(cut).greyscale().stats()).channels;
  return grey !== undefined && grey.max - grey.min > 60;
}

/** The files of a ZIP that was written as a stream without compression. */
export function filesOf(zip: Buffer): Buffer[] {
  const files: Buffer[] = [];
  for (let at = 0; zip.subarray(at, at + 4).toString('latin1') === 'PK\x03\x04'; ) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const end = zip.indexOf('PK\x07\x08', start, 'latin1');
    files.push(zip.subarray(start, end));
    at = zip.indexOf('PK', end + 4, 'latin1');
  }
  return files;
}
