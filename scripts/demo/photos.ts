/** Which selfies the demo uploads: a folder of the caller's, or the sample person that comes with the repository. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SAMPLE = path.resolve('tests/fixtures/selfies/fezbot');
const SUFFIXES = new Set(['.jpg', '.jpeg', '.png', '.webp', '.heic', '.heif']);

export type DemoPhoto = { name: string; bytes: Uint8Array<ArrayBuffer> };

export function readPhotos(folder: string | undefined): DemoPhoto[] {
  const from = path.resolve(folder ?? SAMPLE);
  if (!statSync(from, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${from} is not a folder`);
  const names = readdirSync(from)
    .filter((name) => SUFFIXES.has(path.extname(name).toLowerCase()))
    .sort();
  return names
    .slice(0, 14)
    .map((name) => ({ name, bytes: Uint8Array.from(readFileSync(path.join(from, name))) }));
}

/** A photo of somebody else, to see it refused. */
export function strangersPhoto(): DemoPhoto {
  const file = path.resolve('tests/fixtures/selfies/team-4/1.jpg');
  return { name: 'somebody-else.jpg', bytes: Uint8Array.from(readFileSync(file)) };
}
