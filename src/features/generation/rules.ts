/** What a generation may become, and when. Pure; the SQL of the verbs makes each move conditional on the state it leaves. */

import type { GENERATION_STATUSES, PICTURE_STATUSES } from '@/db/schema/generation';
import type { Texts } from '@/texts/make-texts';

export type GenerationStatus = (typeof GENERATION_STATUSES)[number];
export type PictureStatus = (typeof PICTURE_STATUSES)[number];

/** Engine calls for one picture; those after the first are the product's cost, not the member's. */
export const MAX_PICTURE_CALLS = 3;

/** Times a worker may take a generation before it fails for good. */
export const MAX_RUNS = 3;

/** Seconds until a generation whose worker broke is taken again: 5, then 20. */
export function backOffSeconds(runs: number): number {
  return 5 * 4 ** Math.max(0, runs - 1);
}

const GENERATION_MOVES: Record<GenerationStatus, readonly GenerationStatus[]> = {
  queued: ['processing', 'failed', 'cancelled'],
  processing: ['queued', 'completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
};

/** `drawing` → `drawing`: the next call after one that gave nothing, or after the worker died. */
const PICTURE_MOVES: Record<PictureStatus, readonly PictureStatus[]> = {
  pending: ['drawing', 'failed', 'cancelled'],
  drawing: ['drawing', 'scoring', 'unlike', 'refused', 'failed', 'cancelled'],
  scoring: ['drawing', 'accepted', 'unlike', 'failed', 'cancelled'],
  accepted: ['returned'],
  unlike: [],
  refused: [],
  failed: [],
  cancelled: [],
  returned: [],
};

/** Those that a worker still has something to do about. */
const OPEN: readonly PictureStatus[] = ['pending', 'drawing', 'scoring'];

export function mayMove(from: GenerationStatus, to: GenerationStatus): boolean {
  return GENERATION_MOVES[from].includes(to);
}

export function mayMovePicture(from: PictureStatus, to: PictureStatus): boolean {
  return PICTURE_MOVES[from].includes(to);
}

/** The states from which `to` can be reached: the `where status in (…)` of a conditional update. */
export function picturesBefore(to: PictureStatus): PictureStatus[] {
  return (Object.keys(PICTURE_MOVES) as PictureStatus[]).filter((from) => mayMovePicture(from, to));
}

export function isOver(status: GenerationStatus): boolean {
  return GENERATION_MOVES[status].length === 0;
}

export function isPictureOver(status: PictureStatus): boolean {
  return !OPEN.includes(status);
}

/** How a generation ends: with one accepted picture it is completed, whatever stopped the others. */
export function outcomeOf(accepted: number, stopped: boolean): 'completed' | 'failed' | 'cancelled' {
  if (accepted > 0) return 'completed';
  return stopped ? 'cancelled' : 'failed';
}

/** Why nothing was accepted, for the person, from what became of the pictures. */
export function failureOf(pictures: readonly PictureStatus[], { t }: Texts): string {
  for (const reason of ['unlike', 'refused'] as const)
    if (pictures.length > 0 && pictures.every((status) => status === reason))
      return t(`generation.failed.${reason}`);
  return t('generation.failed.notMade');
}
