/**
 * What a photo check says of each selfie of the fixtures, kept beside them: who needs a measured set need not measure it again.
 * `prepare.vision.test.ts` holds it to what is measured, `scripts/make-selfies.ts` writes it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { meanEmbedding } from '@/vision/face/similarity';
import type { PhotoMeasurements, PreparedPhoto } from '@/vision/types';

type Kept = { measurements: PhotoMeasurements; embedding: string };
export type PreparedSelfie = { jpeg: Buffer; measurements: PhotoMeasurements; embedding: Float32Array };

const FOLDER = path.join(process.cwd(), 'tests', 'fixtures', 'selfies');
const FILE = path.join(FOLDER, 'prepared.json');

/** One of `fezbot/1` … `team-4/8`. */
export function preparedSelfie(name: string): PreparedSelfie {
  const kept = (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Kept>)[name];
  if (!kept) throw new Error(`No selfie ${name}.`);
  const bytes = new Uint8Array(Buffer.from(kept.embedding, 'base64'));
  return {
    jpeg: readFileSync(path.join(FOLDER, `${name}.jpg`)),
    measurements: kept.measurements,
    embedding: new Float32Array(bytes.buffer),
  };
}

/** What pictures of a person are compared with: the mean of their eight selfies. */
export function likenessTarget(person: string): Float32Array {
  return meanEmbedding([1, 2, 3, 4, 5, 6, 7, 8].map((n) => preparedSelfie(`${person}/${n}`).embedding));
}

export function keepPrepared(prepared: ReadonlyMap<string, PreparedPhoto>): void {
  const kept = [...prepared].map(([name, { measurements, embedding }]) => {
    if (!embedding) throw new Error(`No face in ${name}.`);
    return [name, { measurements, embedding: Buffer.from(embedding.buffer).toString('base64') }] as const;
  });
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
