import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cosine, meanEmbedding } from '@/vision/face/similarity';
import { backgroundDistance, DIFFERENT_BACKGROUND, hashDistance } from '@/vision/photo/comparing';
import { createVisionClient } from '@/vision/process/client';
import type { FaceMeasurements, PreparedPhoto } from '@/vision/types';
import { preparedSelfie } from '../../../tests/support/prepared-selfies';

// Real models on a shared machine: seconds alone, minutes when everybody builds.
vi.setConfig({ testTimeout: 300_000 });

const vision = createVisionClient({ timeoutMs: 200_000 });
afterAll(() => vision.close());

const fixture = (name: string) => readFileSync(path.join(process.cwd(), 'tests', 'fixtures', name));
const prepare = (name: string) => vision.preparePhoto(fixture(name));

async function faceOf(name: string): Promise<FaceMeasurements> {
  const { measurements } = await prepare(name);
  if (!measurements.face) throw new Error(`No face in ${name}.`);
  return measurements.face;
}

const people = ['fezbot', 'ali-pazani', 'team-4'];
const sets = new Map<string, PreparedPhoto[]>();

describe('selfies that are fine', () => {
  it.each(people)('eight of %s pass every check, differ, and show one person', async (person) => {
    const set: PreparedPhoto[] = [];
    for (let i = 1; i <= 8; i++) set.push(await prepare(`selfies/${person}/${i}.jpg`));
    sets.set(person, set);
    for (const { measurements, embedding } of set) {
      const { face, faces, frame } = measurements;
      expect(faces.count).toBe(1);
      expect(face?.pupilDistance).toBeGreaterThanOrEqual(90);
      expect(face?.sharpness).toBeGreaterThanOrEqual(0.42);
      expect(face?.skin.luma).toBeGreaterThanOrEqual(55);
      expect(face?.skin.clipped).toBeLessThan(0.1);
      expect(face?.asymmetry).toBeLessThan(0.45);
      expect(face?.headCutTop).toBeLessThan(0.25);
      expect(face?.spaceBelowChin).toBeGreaterThanOrEqual(0.55);
      expect(Math.abs(face?.pose.yaw ?? 90)).toBeLessThanOrEqual(25);
      // Hair over one eye is a warning (below .5), not a refusal.
      expect(face?.occlusion.eyes).toBeLessThan(0.5);
      expect(face?.occlusion.mouth).toBeLessThan(0.25);
      expect(face?.eyes.luma).toBeGreaterThan(0.15);
      expect(face?.blink).toBeLessThan(0.45);
      expect(embedding).toHaveLength(128);
      expect(Object.values(frame ?? {}).filter((fit) => fit.usable).length).toBeGreaterThanOrEqual(2);
    }
    for (const [i, { measurements, embedding }] of set.entries()) {
      const kept = preparedSelfie(`${person}/${i + 1}`);
      expect(measurements.frame, 'what other tests take for measured').toEqual(kept.measurements.frame);
      expect(cosine(embedding ?? [], kept.embedding)).toBeGreaterThan(0.999);
    }
    const embeddings = set.map((photo) => photo.embedding as Float32Array);
    for (const one of embeddings) {
      const others = meanEmbedding(embeddings.filter((other) => other !== one));
      expect(cosine(one, others)).toBeGreaterThan(0.9);
    }
    const hashes = set.map((photo) => photo.measurements.dHash);
    hashes.forEach((a, i) => {
      for (const b of hashes.slice(i + 1)) expect(hashDistance(a, b)).toBeGreaterThan(6);
    });
    const places = set.map((photo) => photo.measurements.background ?? []);
    expect(backgroundDistance(places[0] ?? [], places[2] ?? [])).toBeGreaterThan(DIFFERENT_BACKGROUND);
  });

  it('two people never look like one', () => {
    const means = people.map((person) =>
      meanEmbedding((sets.get(person) ?? []).map((photo) => photo.embedding as Float32Array)),
    );
    means.forEach((a, i) => {
      for (const b of means.slice(i + 1)) expect(cosine(a, b)).toBeLessThan(0.39);
    });
  });

  it('measures every format and orientation of a photo alike', async () => {
    const reference = await prepare('photos/portrait.png');
    for (const name of ['portrait.heic', 'portrait.webp', 'sideways-gps.jpg']) {
      const photo = await prepare(`photos/${name}`);
      expect([name, photo.width, photo.height]).toEqual([name, reference.width, reference.height]);
      expect(hashDistance(photo.measurements.dHash, reference.measurements.dHash)).toBeLessThanOrEqual(6);
      expect(cosine(photo.embedding ?? [], reference.embedding ?? [])).toBeGreaterThan(0.98);
    }
  });
});

describe('photos that are not', () => {
  it('no face, and several', async () => {
    const nobody = await prepare('photos/no-face.jpg');
    expect(nobody.measurements).toMatchObject({ faces: { count: 0 }, face: null, frame: null });
    expect(nobody.embedding).toBeNull();
    const two = (await prepare('photos/two-people.jpg')).measurements;
    expect(two.faces.count).toBe(2);
    expect(two.faces.secondWidthRatio).toBeGreaterThan(0.8);
  });

  it('blurred, dark, too bright', async () => {
    expect((await faceOf('photos/blurred.jpg')).sharpness).toBeLessThan(0.27);
    const moved = {
      width: 25,
      height: 3,
      scale: 25,
      kernel: [0, 1, 0].flatMap((row) => new Array<number>(25).fill(row)),
    };
    const smeared = await vision.preparePhoto(
      await sharp(fixture('selfies/team-4/1.jpg')).convolve(moved).jpeg().toBuffer(),
    );
    expect(smeared.measurements.face?.sharpness, 'the phone moved sideways').toBeLessThan(0.27);
    expect((await faceOf('photos/dark.jpg')).skin.luma).toBeLessThan(38);
    expect((await faceOf('photos/too-bright.jpg')).skin.clipped).toBeGreaterThan(0.3);
  });

  it('too small, too close, cut off', async () => {
    expect((await faceOf('photos/small.jpg')).pupilDistance).toBeLessThan(60);
    expect((await faceOf('photos/far-away.jpg')).pupilDistance).toBeLessThan(20);
    const close = (await prepare('photos/close-up.jpg')).measurements;
    expect(close.face?.spaceBelowChin).toBeLessThan(0.35);
    expect(close.frame?.['4:5']).toMatchObject({ usable: false });
    expect(close.frame?.['4:5'].outside).toBeGreaterThan(0.005);
  });

  it('sunglasses, a raised and a tilted head', async () => {
    const { eyes, occlusion } = await faceOf('photos/sunglasses.jpg');
    expect(eyes.luma).toBeLessThan(0.15);
    expect(eyes.spread).toBeLessThan(0.05);
    expect(occlusion.eyes).toBeGreaterThan(0.5);
    expect((await faceOf('photos/head-raised.jpg')).pose.pitch).toBeGreaterThan(18);
    expect((await faceOf('photos/tilted-glasses.jpg')).pose.roll).toBeGreaterThan(35);
    expect((await faceOf('photos/turned-away.jpg')).pose.yaw).toBeGreaterThan(25);
  });
});
