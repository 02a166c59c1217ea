/** What `npm run record-demo` made: the demo's pictures, and the selfies of the member one can be. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Composition, PhotoMeasurements } from '@/vision/types';

export type RecordedPicture = {
  file: string;
  width: number;
  height: number;
  composition: Composition;
  /** Cosine to the portrait it was drawn from. */
  likeness: number;
};

export type RecordedPhoto = {
  file: string;
  width: number;
  height: number;
  sha256: string;
  measurements: PhotoMeasurements;
  embedding: number[];
};

export type Recorded = { pictures: RecordedPicture[]; photos: RecordedPhoto[] };

// Found from the working directory, the root of the checkout: a bundler moves this module.
const fileOf = (name: string) => path.join(process.cwd(), 'src', 'features', 'demo', 'recorded', name);

export function readRecorded(): Recorded {
  return JSON.parse(readFileSync(/* turbopackIgnore: true */ fileOf('recorded.json'), 'utf8'));
}

export function readRecordedFile(name: string): Buffer<ArrayBuffer> {
  return readFileSync(/* turbopackIgnore: true */ fileOf(name));
}
