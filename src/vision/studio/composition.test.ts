import { describe, expect, it } from 'vitest';
import type { Landmarks } from '@/vision/face/landmarks';
import { eyeRoll } from '@/vision/face/pose';
import { applyAffine, framing, invertAffine, type Point } from '@/vision/image/affine';
import { composeFrame, FRAMES, frameSize, levelling } from '@/vision/studio/composition';
import { fallsShort, fitWishedFrame } from '@/vision/studio/frame-fit';
import { ASPECTS } from '@/vision/types';

/** The few mesh points that the composition reads: a face 200 px high around (500, 400), tilted by `roll` degrees. */
function faceMesh(roll: number): { landmarks: Landmarks; pitch: number } {
  const landmarks = new Float32Array(478 * 3);
  const place = framing([0, 0], [500, 400], (roll * Math.PI) / 180, 1);
  const put = (index: number, x: number, y: number) => landmarks.set(applyAffine(place, [x, y]), index * 3);
  put(33, -45, 0);
  put(133, -17, 0);
  put(362, 17, 0);
  put(263, 45, 0);
  put(234, -75, 20);
  put(454, 75, 20);
  put(10, 0, -76);
  put(152, 0, 124);
  return { landmarks, pitch: -8 };
}

function meshOf(roll: number) {
  const { landmarks, pitch } = faceMesh(roll);
  return { landmarks, presence: 1, blink: 0, smile: 0, pose: { yaw: 0, pitch, roll: eyeRoll(landmarks) } };
}

const eyes: Point = [500, 400];

describe('composition', () => {
  it.each(ASPECTS)('%s puts eyes and chin where the recipe says, whatever the tilt', (aspect) => {
    const size = frameSize(aspect, 1000);
    const recipe = FRAMES[aspect];
    for (const roll of [-12, 0, 9]) {
      const mesh = meshOf(roll);
      const toPicture = invertAffine(composeFrame(mesh, aspect, size));
      const [x, y] = applyAffine(toPicture, eyes);
      expect(x).toBeCloseTo(size.width / 2, 3);
      expect(y / size.height).toBeCloseTo(recipe.eyeLine, 5);
      const chin = applyAffine(toPicture, [mesh.landmarks[152 * 3] ?? 0, mesh.landmarks[152 * 3 + 1] ?? 0]);
      expect((chin[1] - y) / size.height).toBeCloseTo(recipe.headHeight * (124 / 200), 4);
      expect(chin[0]).toBeCloseTo(size.width / 2, 2);
    }
  });

  it('a shift moves the face sideways and nothing else', () => {
    const size = frameSize('4:5', 1000);
    const toPicture = invertAffine(composeFrame(meshOf(5), '4:5', size, { shift: 0.04 }));
    const [x, y] = applyAffine(toPicture, eyes);
    expect(Math.abs(x - size.width / 2)).toBeCloseTo(40, 3);
    expect(y / size.height).toBeCloseTo(FRAMES['4:5'].eyeLine, 5);
  });

  it('a zoom makes the head larger around the same eye line', () => {
    const size = frameSize('4:5', 1000);
    const mesh = meshOf(0);
    for (const zoom of [0.88, 1.14]) {
      const toPicture = invertAffine(composeFrame(mesh, '4:5', size, { zoom }));
      const [, y] = applyAffine(toPicture, eyes);
      expect(y / size.height).toBeCloseTo(FRAMES['4:5'].eyeLine, 5);
      const chin = applyAffine(toPicture, [500, 524]);
      expect((chin[1] - y) / size.height).toBeCloseTo(FRAMES['4:5'].headHeight * zoom * (124 / 200), 4);
    }
  });

  it('closer only as far as the pixels carry, wider only as far as the photo shows the person', () => {
    const photo = { data: new Uint8Array(0), width: 1000, height: 1200 };
    const zoomFor = (framing: 'closer' | 'wider' | null, shortSide: number) =>
      fitWishedFrame(photo, meshOf(0), null, '4:5', { framing, shortSide }).zoom;
    const { shortSide } = fitWishedFrame(photo, meshOf(0), null, '4:5', { framing: null, shortSide: 0 });
    expect(zoomFor('closer', 300)).toBe(1.14);
    expect(zoomFor('closer', Math.floor(shortSide / 1.1))).toBe(1.07);
    expect(zoomFor('closer', shortSide)).toBe(1);
    expect(zoomFor('wider', shortSide)).toBe(0.88);
    expect([1.14, 1.07, 1].map((zoom) => fallsShort('closer', zoom))).toEqual([false, true, true]);
    expect([0.88, 0.94, 1].map((zoom) => fallsShort('wider', zoom))).toEqual([false, true, true]);
    // A hat that was made room for.
    expect(fallsShort('wider', 0.8)).toBe(false);
  });

  it('levels small tilts whole and half of what is beyond', () => {
    expect(levelling(9)).toBe(9);
    expect(levelling(-14)).toBe(-14);
    expect(levelling(-24)).toBe(-19);
  });

  it('knows the sizes', () => {
    expect(frameSize('1:1', 1024)).toEqual({ width: 1024, height: 1024 });
    expect(frameSize('4:5', 1536)).toEqual({ width: 1536, height: 1920 });
    expect(frameSize('3:4', 2048)).toEqual({ width: 2048, height: 2730 });
  });
});
