import { expect, test } from 'vitest';
import type { PaperRecipe, StudioRecipe } from '@/vision/studio/recipe';
import { type StudioWishes, withWishes } from '@/vision/studio/wishes';
import { recipeOf, STYLE_SEEDS } from '../../../tests/support/style-seeds';

const NONE = {
  backdrop: null,
  background: null,
  brightness: 0,
  contrast: 0,
  warmth: 0,
} as const;
const corporate = recipeOf('corporate');
const creative = recipeOf('creative');

/** The paper that a wish leads to. */
function paperOf(recipe: StudioRecipe, wishes: Partial<StudioWishes>): PaperRecipe {
  const { backdrop } = withWishes(recipe, { ...NONE, ...wishes });
  if (backdrop.kind !== 'paper') throw new Error(`${backdrop.kind} is no paper.`);
  return backdrop;
}

test('nothing wished for changes nothing', () => {
  for (const { recipe } of STYLE_SEEDS) expect(withWishes(recipe, NONE)).toEqual({ ...recipe, gamma: 1 });
});

test('a colour lights and shades itself and drives the accents out; plain is one colour', () => {
  const navy = paperOf(creative, { backdrop: '#1f3556' });
  expect(navy.accents).toEqual([]);
  expect(new Set([navy.core, navy.edge, navy.floor]).size).toBe(3);
  const plain = withWishes(creative, { ...NONE, backdrop: '#1f3556', background: 'plain' });
  expect(plain).toMatchObject({
    backdrop: { core: '#1f3556', edge: '#1f3556', floor: '#1f3556', accents: [] },
    vignette: 0,
  });
});

test('the extremes stay colours', () => {
  for (const backdrop of ['#000000', '#ffffff'])
    for (const brightness of [-2, 2]) {
      const paper = paperOf(corporate, { backdrop, brightness, warmth: 2, contrast: -2 });
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

test('a room, a wall and two fields become paper where a colour or plain paper is asked for, and are warmed as they are', () => {
  for (const id of ['cinematic', 'editorial', 'creative']) {
    const recipe = recipeOf(id);
    const navy = withWishes(recipe, { ...NONE, backdrop: '#1f3556', background: 'plain' });
    expect(navy).toMatchObject({ backdrop: { kind: 'paper', core: '#1f3556' }, grade: null, fade: 0 });
    const plain = paperOf(recipe, { background: 'plain' });
    expect(plain.core).toBe(plain.edge);
    const warm = withWishes(recipe, { ...NONE, warmth: 2 });
    expect(warm.backdrop.kind).toBe(recipe.backdrop.kind);
    expect(warm.backdrop).not.toEqual(recipe.backdrop);
  }
});
