/** The steps of an edit that is not saved yet. Pure; a step back is never lost until another change is made after it. */
import { type PictureEdit, unedited } from './edit-types';

export type EditSteps = {
  past: readonly PictureEdit[];
  now: PictureEdit;
  future: readonly PictureEdit[];
  /** The last change: which control made it, and when (ms). */
  last: { control: string; at: number } | null;
};

/** Moves of one slider within this many ms are one step. */
const ONE_MOVE = 1000;
const MAX_STEPS = 100;

export function startSteps(now: PictureEdit): EditSteps {
  return { past: [], now, future: [], last: null };
}

/** `control` names what was moved; null is a step by itself. */
export function changeEdit(steps: EditSteps, to: PictureEdit, control: string | null, at: number): EditSteps {
  if (sameEdit(steps.now, to)) return steps;
  const { last } = steps;
  const goesOn = control !== null && last?.control === control && at - last.at < ONE_MOVE;
  return {
    past: goesOn ? steps.past : [...steps.past, steps.now].slice(-MAX_STEPS),
    now: to,
    future: [],
    last: control === null ? null : { control, at },
  };
}

export function undoEdit(steps: EditSteps): EditSteps {
  const now = steps.past.at(-1);
  if (!now) return steps;
  return { past: steps.past.slice(0, -1), now, future: [steps.now, ...steps.future], last: null };
}

export function redoEdit(steps: EditSteps): EditSteps {
  const [now, ...future] = steps.future;
  if (!now) return steps;
  return { past: [...steps.past, steps.now], now, future, last: null };
}

/** Whatever the order of their fields: saved edits come back from the database in another one. */
export function sameEdit(a: PictureEdit, b: PictureEdit): boolean {
  return (['backdrop', 'crop', 'finish'] as const).every((part) => sameFields(a[part], b[part]));
}

/** What an edit asks for, with nothing done where an older one says nothing. */
export function completed(edit: PictureEdit): PictureEdit {
  const plain = unedited(edit.crop.aspect);
  return { ...edit, finish: { ...plain.finish, ...edit.finish } };
}

function sameFields(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const other = new Map(right);
  return left.length === right.length && left.every(([name, value]) => other.get(name) === value);
}
