import { expect, test } from 'vitest';
import { withWishes } from '@/vision/studio/wishes';
import { recipeOf } from '../../../tests/support/style-seeds';

const NONE = {
  backdrop: null,
  background: null,
  brightness: 0,
  contrast: 0,
  warmth: 0,
} as const;
const corporate = recipeOf('corporate');
const creative = recipeOf('creative');

test('nothing wished for changes nothing', () => {
  expect(withWishes(creative, NONE)).toEqual({ ...creative, gamma: 1 });
});

test('a colour lights and shades itself and drives the accents out; plain is one colour', () => {
  const navy = withWishes(creative, { ...NONE, backdrop: '#1f3556' });
  expect(navy.backdrop.accents).toEqual([]);
  expect(new Set([navy.backdrop.core, navy.backdrop.edge, navy.backdrop.floor]).size).toBe(3);
  const plain = withWishes(creative, { ...NONE, backdrop: '#1f3556', background: 'plain' });
  expect(plain).toMatchObject({
    backdrop: { core: '#1f3556', edge: '#1f3556', floor: '#1f3556', accents: [] },
    vignette: 0,
  });
});

test('the extremes stay colours', () => {
  for (const backdrop of ['#000000', '#ffffff'])
    for (const brightness of [-2, 2]) {
      const { backdrop: paper } = withWishes(corporate, {
        ...NONE,
        backdrop,
        brightness,
        warmth: 2,
        contrast: -2,
      });
      for (const hex of [paper.core, paper.edge, paper.floor]) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
    }
});

test('warmer is redder and less blue, brighter is a lower exponent, softer is less contrast, each in two steps', () => {
  const red = (warmth: number) => withWishes(corporate, { ...NONE, warmth }).tint;
  expect(red(1)[0]).toBeGreaterThan(red(0)[0]);
  expect(red(2)[2]).toBeLessThan(red(1)[2]);
  expect(red(-1)[0]).toBeLessThan(red(0)[0]);
  const tone = (brightness: number) => withWishes(corporate, { ...NONE, brightness }).gamma ?? 1;
  expect([tone(-2), tone(-1), tone(0), tone(1), tone(2)]).toEqual(
    [tone(-2), tone(-1), 1, tone(1), tone(2)].sort((a, b) => b - a),
  );
  expect(withWishes(corporate, { ...NONE, contrast: -1 }).contrast).toBeLessThan(corporate.contrast);
});
