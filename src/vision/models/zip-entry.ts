import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;

/**
 * Reads one stored or deflated entry out of a ZIP held in memory, by its central directory.
 * `face_landmarker.task` is such a ZIP. Throws when the archive or the entry is not there.
 */
export function readZipEntry(zip: Buffer, name: string): Buffer {
  let end = zip.length - END_LENGTH;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('Not a ZIP archive.');
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < entries; n++) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return entryBytes(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`No entry ${name} in the archive.`);
}

function entryBytes(zip: Buffer, directory: number): Buffer {
  const method = zip.readUInt16LE(directory + 10);
  const size = zip.readUInt32LE(directory + 20);
  const header = zip.readUInt32LE(directory + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const raw = zip.subarray(start, start + size);
  return method === 8 ? inflateRawSync(raw) : raw;
}
