/** The first bytes of the four formats we take, for a file whose name and type say nothing. */
const STARTS: readonly { at: number; bytes: readonly number[] }[] = [
  { at: 0, bytes: [0xff, 0xd8, 0xff] },
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  // Of HEIC the box of brands: which of them, the server reads.
  { at: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65] },
];

export async function startsLikePhoto(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  return STARTS.some(({ at, bytes }) => bytes.every((byte, i) => start[at + i] === byte));
}
