/** Measurements of a photo that passes every check, to change one number of, and embeddings with known cosines. */
import type { FaceMeasurements, PhotoMeasurements } from '@/vision/types';

type Changes = Partial<Omit<PhotoMeasurements, 'face'>> & { face?: Partial<FaceMeasurements> | null };

export function measurementsOf({ face, ...rest }: Changes = {}): PhotoMeasurements {
  const fit = { outside: 0, usable: true, shortSide: 1536 };
  return {
    version: 1,
    faces: { count: 1, secondWidthRatio: 0 },
    dHash: '0f0f0f0f0f0f0f0f',
    background: [80, 0, 0, 80, 0, 0, 80, 0, 0],
    frame: { '1:1': fit, '3:4': fit, '4:5': fit },
    ...rest,
    face: face === null ? null : { ...goodFace(), ...face },
  };
}

function goodFace(): FaceMeasurements {
  return {
    pupilDistance: 160,
    faceHeight: 420,
    sharpness: 0.5,
    skin: { luma: 140, dark: 0.02, clipped: 0.01 },
    asymmetry: 0.1,
    pose: { yaw: 3, pitch: 2, roll: 1 },
    headCutTop: 0,
    spaceBelowChin: 0.9,
    occlusion: { eyes: 0.05, leftEye: 0.05, rightEye: 0.05, nose: 0.02, mouth: 0.1 },
    eyes: { luma: 0.6, spread: 0.3 },
    blink: 0.1,
    smile: 0.2,
  };
}

/** A unit vector for a person, leaning toward a direction of its own by `variation` (0: exactly the person). */
export function embeddingOf(person: number, variation = 0, direction = 64): Float32Array {
  const embedding = new Float32Array(128);
  embedding[person] = Math.cos(variation);
  embedding[direction] = Math.sin(variation);
  return embedding;
}

/** One of 64 difference hashes that are all far from each other. */
export function dHashOf(n: number): string {
  return HASHES[n] ?? HASHES[0];
}

/** Rows of a Hadamard code: any two differ in exactly 32 of 64 bits. */
const HASHES = Array.from({ length: 64 }, (_, row) => {
  let bits = '';
  for (let column = 0; column < 64; column++) bits += parity(row & column);
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}) as [string, ...string[]];

function parity(value: number): number {
  let odd = 0;
  for (let rest = value; rest > 0; rest >>= 1) odd ^= rest & 1;
  return odd;
}
