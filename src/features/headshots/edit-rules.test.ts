import { expect, test } from 'vitest';
import { changeEdit, redoEdit, sameEdit, startSteps, undoEdit } from './edit-rules';
import { type PictureEdit, unedited } from './edit-types';

const plain = unedited('4:5');
const lit = (light: number): PictureEdit => ({ ...plain, finish: { ...plain.finish, light } });

test('moves of one slider are one step, a pause or another control begins a new one', () => {
  let steps = startSteps(plain);
  for (const [light, at] of [
    [0.1, 0],
    [0.2, 400],
    [0.3, 900],
    [0.4, 2500],
  ] as const)
    steps = changeEdit(steps, lit(light), 'light', at);
  steps = changeEdit(steps, { ...lit(0.4), backdrop: { kind: 'none' } }, null, 2600);
  expect(steps.past.map(({ finish }) => finish.light)).toEqual([0, 0.3, 0.4]);
});

test('undo and redo walk the same steps; a change after an undo drops what was ahead', () => {
  let steps = changeEdit(startSteps(plain), lit(0.5), null, 0);
  steps = undoEdit(changeEdit(steps, lit(1), null, 0));
  expect(steps.now).toEqual(lit(0.5));
  expect(redoEdit(steps).now).toEqual(lit(1));
  steps = changeEdit(undoEdit(steps), lit(-1), null, 0);
  expect(redoEdit(steps)).toBe(steps);
  expect(undoEdit(undoEdit(steps)).now).toEqual(plain);
});

test('edits are the same whatever the order of their fields', () => {
  const { crop, ...rest } = plain;
  expect(sameEdit(plain, { ...rest, crop: { y: crop.y, x: crop.x, zoom: 1, aspect: '4:5' } })).toBe(true);
  expect(sameEdit(plain, lit(0.01))).toBe(false);
  expect(sameEdit(plain, { ...plain, backdrop: { kind: 'colour', colour: '#ffffff' } })).toBe(false);
});
