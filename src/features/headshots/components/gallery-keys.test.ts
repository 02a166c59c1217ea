import { expect, test } from 'vitest';
import { neighbour } from './gallery-keys';

/** Two rows of three, then a row of two of another generation. */
const boxes = [
  ...[0, 100, 200].map((left) => ({ left, top: 0, width: 90 })),
  ...[0, 100, 200].map((left) => ({ left, top: 120, width: 90 })),
  ...[0, 100].map((left) => ({ left, top: 300, width: 90 })),
];

test('left and right follow the order, up and down the columns, across generations', () => {
  expect(neighbour('ArrowRight', 2, boxes)).toBe(3);
  expect(neighbour('ArrowLeft', 3, boxes)).toBe(2);
  expect(neighbour('ArrowDown', 1, boxes)).toBe(4);
  expect(neighbour('ArrowDown', 5, boxes)).toBe(7);
  expect(neighbour('ArrowUp', 6, boxes)).toBe(3);
});

test('Home, End, and nowhere beyond the edges', () => {
  expect(neighbour('Home', 4, boxes)).toBe(0);
  expect(neighbour('End', 4, boxes)).toBe(7);
  for (const [key, at] of [
    ['ArrowLeft', 0],
    ['ArrowUp', 1],
    ['ArrowRight', 7],
    ['ArrowDown', 7],
    ['a', 3],
  ] as const)
    expect(neighbour(key, at, boxes)).toBeNull();
});
