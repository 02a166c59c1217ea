import { downloadZip } from 'client-zip';

export type ZipEntry = { name: string; input: Uint8Array<ArrayBuffer> | string; lastModified: Date };

/** The entries as a ZIP, each packed when it is its turn to be sent. */
export function zipStream(entries: AsyncIterable<ZipEntry>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { body } = downloadZip(entries);
  if (!body) throw new Error('The ZIP has no body.');
  // The library fails with nothing when somebody stops a download half-way; behind a pipe nobody hears of it.
  return body.pipeThrough(new TransformStream());
}
