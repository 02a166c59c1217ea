import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt, copyOf, rehearse } from './undo';

type State = {
  things: Record<string, { name: string; tags: string[]; inner: { count: number } }>;
  log: string[];
};

const start = (): State => ({
  things: {
    a: { name: 'A', tags: ['one', 'two'], inner: { count: 1 } },
    b: { name: 'B', tags: [], inner: { count: 2 } },
    c: { name: 'C', tags: ['three'], inner: { count: 3 } },
  },
  log: ['begun'],
});

const id = fc.constantFrom('a', 'b', 'c', 'd');
/** One change, as the stand-in makes them. */
const change: fc.Arbitrary<(state: State) => void> = fc.oneof(
  fc.tuple(id, fc.string()).map(([at, name]) => (state: State) => {
    const thing = state.things[at];
    if (thing) thing.name = name;
  }),
  fc.tuple(id, id).map(([at, from]) => (state: State) => {
    const source = state.things[from];
    if (source) state.things[at] = { ...source, name: 'copied' };
  }),
  id.map((at) => (state: State) => {
    delete state.things[at];
  }),
  fc.tuple(id, fc.array(fc.string(), { maxLength: 3 })).map(([at, more]) => (state: State) => {
    state.things[at]?.tags.push(...more);
    state.log.push(at);
  }),
  id.map((at) => (state: State) => {
    const thing = state.things[at];
    if (thing) Object.assign(thing.inner, { count: thing.inner.count + 1, added: true });
  }),
  id.map((at) => (state: State) => {
    state.things[at]?.tags.sort().reverse();
  }),
  id.map((at) => (state: State) => {
    const thing = state.things[at];
    if (thing) thing.tags = thing.tags.filter((tag) => tag !== 'one');
  }),
  fc.nat(3).map((length) => (state: State) => {
    state.log.length = Math.min(length, state.log.length);
    state.log.unshift('first');
    state.log.splice(1, 1);
  }),
);

test('whatever was changed is taken back to the last byte, and done as without proxies', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const state = start();
      const before = JSON.stringify(state);
      const all = (given: State) => {
        for (const one of changes) one(given);
      };
      expect(() =>
        attempt(state, (given) => {
          all(given);
          throw new Error('refused');
        }),
      ).toThrow('refused');
      expect(JSON.stringify(state)).toBe(before);
      rehearse(state, all);
      expect(JSON.stringify(state)).toBe(before);
      const directly = start();
      all(directly);
      attempt(state, all);
      expect(JSON.stringify(state)).toBe(JSON.stringify(directly));
    }),
  );
});

test('an attempt inside of another is taken back alone', () => {
  const state = start();
  attempt(state, (outer) => {
    outer.log.push('outer');
    expect(rehearse(outer, (inner) => inner.log.push('inner'))).toBe(3);
    expect(() =>
      attempt(outer, (inner) => {
        inner.things.a = { name: 'gone', tags: [], inner: { count: 0 } };
        throw new Error('refused');
      }),
    ).toThrow('refused');
  });
  expect(state).toEqual({ ...start(), log: ['begun', 'outer'] });
});

test('some failures are facts', () => {
  const state = start();
  const work = (given: State) => {
    given.log.push('declined');
    throw new Error('declined');
  };
  expect(() => attempt(state, work, () => true)).toThrow('declined');
  expect(state.log).toEqual(['begun', 'declined']);
});

test('nothing of the proxies stays behind', () => {
  const state = start();
  const answer = attempt(state, (given) => {
    const { a } = given.things;
    if (!a) throw new Error('no a');
    given.things.d = { ...a, inner: a.inner };
    return { thing: a, copy: copyOf(a) };
  });
  expect(answer.thing).toBe(state.things.a);
  expect(answer.copy).not.toBe(state.things.a);
  expect(state.things.d?.inner).toBe(state.things.a?.inner);
  expect(() => structuredClone({ state, answer })).not.toThrow();
});
