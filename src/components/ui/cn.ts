import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';

const any = () => true;
/** Not one side only, such as `border-b` or `rounded-t-card`. */
const whole = (value: string) => !/^[xytrbl]{1,2}(-|$)/.test(value);
const SIDES = ['x', 'y', 't', 'r', 'b', 'l'] as const;

/**
 * The properties that one of our pieces may set and its caller may set otherwise. Written out, because tailwind-merge's own list of all
 * of Tailwind is 6 kB in the first script of every page. What is not here stays as it was written, both of two; and our own scale must
 * be, or `text-12` would be taken for a colour and drop `text-ink`.
 */
const GROUPS = {
  display: [
    'block',
    'inline',
    'inline-block',
    'flex',
    'inline-flex',
    'grid',
    'inline-grid',
    'contents',
    'hidden',
  ],
  position: ['static', 'relative', 'absolute', 'fixed', 'sticky'],
  overflow: [{ overflow: ['auto', 'hidden', 'clip', 'visible'] }],
  opacity: [{ opacity: [any] }],
  size: [{ size: [any] }],
  w: [{ w: [any] }],
  h: [{ h: [any] }],
  'min-w': [{ 'min-w': [any] }],
  'min-h': [{ 'min-h': [any] }],
  'max-w': [{ 'max-w': [any] }],
  'max-h': [{ 'max-h': [any] }],
  basis: [{ basis: [any] }],
  'flex-direction': [{ flex: ['row', 'col', 'row-reverse', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
  flex: [{ flex: [any] }],
  shrink: ['shrink', { shrink: [any] }],
  grow: ['grow', { grow: [any] }],
  'grid-cols': [{ 'grid-cols': [any] }],
  items: [{ items: [any] }],
  justify: [{ justify: ['start', 'center', 'end', 'between'] }],
  gap: [{ gap: [any] }],
  'gap-x': [{ 'gap-x': [any] }],
  'gap-y': [{ 'gap-y': [any] }],
  ...box('p'),
  ...box('m'),
  'font-size': [{ text: ['12', '14', '16', '20', '28', '40', '64'] }],
  'text-align': [{ text: ['left', 'center', 'right'] }],
  'text-wrap': [{ text: ['wrap', 'nowrap', 'balance', 'pretty'] }],
  'text-color': [{ text: [any] }],
  'font-weight': [{ font: ['label', 'action', 'normal', 'medium', 'semibold', 'bold'] }],
  leading: [{ leading: [any] }],
  whitespace: [{ whitespace: [any] }],
  bg: [{ bg: [any] }],
  rounded: ['rounded', { rounded: [whole] }],
  'border-w': ['border', { border: ['0', '2', '4'] }],
  'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
  'border-color': [{ border: [whole] }],
  'outline-color': [{ outline: ['key', 'transparent', 'edge', 'line'] }],
  shadow: ['shadow', { shadow: [any] }],
};

/** Room inside (`p`) or around (`m`). */
function box(letter: 'p' | 'm') {
  return Object.fromEntries(['', ...SIDES].map((side) => [letter + side, [{ [letter + side]: [any] }]]));
}

function sidesOf(letter: 'p' | 'm') {
  return {
    [letter]: SIDES.map((side) => letter + side),
    [`${letter}x`]: [`${letter}r`, `${letter}l`],
    [`${letter}y`]: [`${letter}t`, `${letter}b`],
  };
}

const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: GROUPS,
  /** A later `p-2` takes `px-4` away, too. */
  conflictingClassGroups: {
    size: ['w', 'h'],
    flex: ['basis', 'grow', 'shrink'],
    gap: ['gap-x', 'gap-y'],
    ...sidesOf('p'),
    ...sidesOf('m'),
  },
  conflictingClassGroupModifiers: {},
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: [],
}));

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
