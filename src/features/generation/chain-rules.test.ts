import { describe, expect, it } from 'vitest';
import { chooseEngine, endOf, type Miss } from './chain-rules';
import type { EngineName } from './engine';

const CHAIN: EngineName[] = ['openai', 'replicate'];
const miss = (engine: EngineName, reason: Miss['reason'], retryAfterMs?: number): Miss => ({
  engine,
  reason,
  retryAfterMs,
});

describe('the next engine', () => {
  it('is the generation’s own at first, without a reason', () => {
    expect(chooseEngine(CHAIN, [])).toEqual({ kind: 'engine', engine: 'openai', because: null, waitMs: 0 });
  });

  it.each(['refused', 'budget', 'setup', 'outage', 'timeout', 'unusable', 'busy'] as const)(
    'is another one after: %s',
    (reason) => {
      expect(chooseEngine(CHAIN, [miss('openai', reason)])).toMatchObject({
        engine: 'replicate',
        because: `openai: ${reason}`,
        waitMs: 0,
      });
    },
  );

  it.each(['unlike', 'selfie'] as const)('is the same one, with other selfies, after: %s', (reason) => {
    expect(chooseEngine(CHAIN, [miss('openai', reason)])).toMatchObject({ engine: 'openai' });
  });

  it('is another one after two that were not alike', () => {
    const twice = [miss('openai', 'unlike'), miss('openai', 'unlike')];
    expect(chooseEngine(CHAIN, twice)).toMatchObject({ engine: 'replicate', because: 'openai: unlike' });
    expect(chooseEngine(['openai'], twice)).toMatchObject({ engine: 'openai' });
  });

  it('is never one that refused, has no money left or is set up wrongly', () => {
    for (const reason of ['refused', 'budget', 'setup'] as const)
      expect(chooseEngine(['openai'], [miss('openai', reason)])).toEqual({ kind: 'none' });
    expect(chooseEngine(CHAIN, [miss('openai', 'refused'), miss('replicate', 'outage')])).toMatchObject({
      engine: 'replicate',
      waitMs: 2_000,
    });
  });

  it('comes later when all that are left are busy or closed, after the shortest of their silences', () => {
    expect(chooseEngine(['openai'], [miss('openai', 'busy', 90_000)])).toEqual({
      kind: 'later',
      retryAfterMs: 90_000,
    });
    expect(chooseEngine(['openai'], [miss('openai', 'busy')])).toEqual({
      kind: 'later',
      retryAfterMs: 15_000,
    });
    const closed = new Map<EngineName, number>([['openai', 40_000]]);
    expect(chooseEngine(['openai'], [], closed)).toEqual({ kind: 'later', retryAfterMs: 40_000 });
    expect(chooseEngine(CHAIN, [], closed)).toMatchObject({
      engine: 'replicate',
      because: 'openai: circuit open',
    });
    expect(chooseEngine(CHAIN, [miss('replicate', 'busy', 5_000)], closed)).toEqual({
      kind: 'later',
      retryAfterMs: 5_000,
    });
  });

  it('waits longer each time before it asks the same broken one again; never for the studio', () => {
    const outage = miss('openai', 'outage');
    expect(chooseEngine(['openai'], [outage])).toMatchObject({ waitMs: 2_000 });
    expect(chooseEngine(['openai'], [outage, outage])).toMatchObject({ waitMs: 8_000 });
    expect(chooseEngine(['studio'], [miss('studio', 'outage')])).toMatchObject({ waitMs: 0 });
  });
});

it('a picture is refused only when nobody drew', () => {
  expect(endOf([miss('openai', 'refused')])).toBe('refused');
  expect(endOf([miss('openai', 'refused'), miss('replicate', 'outage')])).toBe('refused');
  expect(endOf([miss('openai', 'unlike'), miss('replicate', 'refused')])).toBe('failed');
  expect(endOf([miss('openai', 'outage'), miss('openai', 'unlike')])).toBe('unlike');
  expect(endOf([])).toBe('failed');
});
