import { expect, test } from 'vitest';
import { dHashOf, measurementsOf } from '../../../tests/support/measurements';
import { orderReferences, pickReferences } from './references';

const selfie = (photoId: string, yaw: number, sharpness = 0.5, clean = true) => ({
  photoId,
  clean,
  measurements: measurementsOf({
    dHash: dHashOf(Number(photoId)),
    face: { pose: { yaw, pitch: 2, roll: 1 }, sharpness },
  }),
});

test('the best first, then those that show another side, the poor ones last', () => {
  const order = orderReferences([
    selfie('1', 0),
    selfie('2', 1, 0.49),
    selfie('3', 24, 0.46),
    selfie('4', -24, 0.46),
    selfie('5', 2, 0.1, false),
  ]);
  expect(order[0]).toBe('1');
  expect(order.slice(1, 3).sort()).toEqual(['3', '4']);
  expect(order.at(-1)).toBe('5');
});

test('a photo without a face is nobody’s reference', () => {
  expect(
    orderReferences([{ photoId: '1', clean: true, measurements: measurementsOf({ face: null }) }]),
  ).toEqual([]);
});

test('four to six of a set; a repeated call begins with those left out', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at));
  const limits = { few: 4, most: 6 };
  expect(pickReferences(ids(6), 1, limits)).toEqual(['0', '1', '2', '3']);
  expect(pickReferences(ids(6), 2, limits)).toEqual(['4', '5', '0', '1']);
  expect(pickReferences(ids(8), 1, limits)).toHaveLength(5);
  expect(pickReferences(ids(14), 1, limits)).toHaveLength(6);
  expect(pickReferences(ids(14), 2, limits)[0]).toBe('6');
  expect(pickReferences(ids(3), 2, limits)).toEqual(['0', '1', '2']);
  expect(pickReferences(ids(6), 3, { few: 1, most: 1 })).toEqual(['2']);
  expect(pickReferences([], 1, limits)).toEqual([]);
});
