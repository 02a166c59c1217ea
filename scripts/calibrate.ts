/**
 * Where the likeness thresholds stand among real people. Run: npm run calibrate -- DIR, with one folder of photos a person in DIR. Photos
 * are read by the product's own checks; nothing is stored and nothing leaves the machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createVisionClient } from '@/vision/process/client';
import type { VisionClient } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';
import { compareAll, describeDistributions, type Person } from './calibration';

const PHOTO = /\.(jpe?g|png|webp|heic)$/i;

async function main(vision: VisionClient, folder: string): Promise<void> {
  const people: Person[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const person = await measure(vision, folder, entry.name);
    console.log(`${person.name}: ${person.embeddings.length} photos`);
    people.push(person);
  }
  if (people.length === 0) throw new Error(`${folder} has no folders with photos.`);
  console.log(`\n${describeDistributions(compareAll(people))}`);
}

async function measure(vision: VisionClient, folder: string, name: string): Promise<Person> {
  const embeddings: Float32Array[] = [];
  for (const file of readdirSync(path.join(folder, name))
    .filter((one) => PHOTO.test(one))
    .sort()) {
    try {
      const { embedding } = await vision.preparePhoto(readFileSync(path.join(folder, name, file)));
      if (embedding) embeddings.push(embedding);
      else console.log(`${name}/${file}: no face`);
    } catch (error) {
      if (!(error instanceof VisionError)) throw error;
      console.log(`${name}/${file}: ${error.code}`);
    }
  }
  return { name, embeddings };
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run calibrate -- DIR (one folder of photos a person)');
  process.exit(1);
}
const vision = createVisionClient();
try {
  await main(vision, folder);
} finally {
  await vision.close();
}
