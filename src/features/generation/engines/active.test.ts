import { beforeAll, expect, test } from 'vitest';
import { activeEngine, chainFrom, findEngineFor, lanesOf } from './active';

beforeAll(() => {
  process.env.OPENAI_API_KEY = 'sk-test';
  process.env.REPLICATE_API_TOKEN = 'r8_test';
  process.env.HEADCRAFT_ENGINE = 'replicate';
  process.env.HEADCRAFT_AI_GENERATIONS = '3';
});

const names = (engines: readonly { name: string }[]) => engines.map(({ name }) => name);

test('what has its key can run; what is chosen draws; a style may name another', () => {
  expect(activeEngine().name).toBe('replicate');
  expect(findEngineFor({ engine: null })?.name).toBe('replicate');
  expect(findEngineFor({ engine: 'studio' })?.name).toBe('studio');
});

test('AI engines stand in for each other; the studio stands in for nobody, and nobody for it', () => {
  expect(names(chainFrom('openai'))).toEqual(['openai', 'replicate']);
  expect(names(chainFrom('replicate'))).toEqual(['replicate', 'openai']);
  expect(names(chainFrom('studio'))).toEqual(['studio']);
});

test('one generation here and three elsewhere are worked on at once', () => {
  expect(lanesOf()).toEqual([['studio'], ...Array.from({ length: 3 }, () => ['openai', 'replicate'])]);
});
