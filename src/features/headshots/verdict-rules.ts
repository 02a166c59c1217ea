/** When "not me" pays a picture back. Pure; the numbers come from the rows of one person in one team. Spec 07, "Support". */

import { DAY } from '@/lib/time';
import type { Texts } from '@/texts/make-texts';

/** Days after a picture was made in which it can be returned. */
export const RETURN_DAYS = 7;
/** Days over which headshots and returns are counted. */
export const SHARE_DAYS = 30;
/** Of the headshots of those days, this part comes back. */
const SHARE = 0.3;
/** So many returns in a day are looked at by staff. A first generation has four pictures at most. */
export const FAST_RETURNS = 6;

/** `late`: made too long ago. `limit`: as many came back as the share allows. */
export type ReturnDecision = 'refund' | 'late' | 'limit';

export type ReturnFacts = {
  /** When the picture's generation ended. */
  finishedAt: Date;
  /** Whether that generation is the person's first with headshots. All of its headshots come back. */
  isFirst: boolean;
  /** Headshots charged in the last 30 days, deleted and returned ones too. */
  headshots: number;
  /** Returned of them in these days, without those of the first generation. */
  returned: number;
};

/** What "not me" would do to a picture of one generation now. */
export type ReturnPreview = {
  decision: ReturnDecision;
  /** Credits of one picture. */
  credits: number;
  headshots: number;
  returned: number;
  /** How many of the headshots come back; null for the first generation, where all do. */
  allowed: number | null;
};

/** How many come back: 30 % of the headshots, rounded down, but one always, so that a single bad picture never stays charged. */
export function returnsAllowed(headshots: number): number {
  return Math.max(1, Math.floor(headshots * SHARE + 1e-9));
}

export function decideReturn(
  { finishedAt, isFirst, headshots, returned }: ReturnFacts,
  now: Date,
): ReturnDecision {
  if (now.getTime() - finishedAt.getTime() > RETURN_DAYS * DAY) return 'late';
  if (isFirst) return 'refund';
  return returned < returnsAllowed(headshots) ? 'refund' : 'limit';
}

/** What was decided, for the person, when nothing came back. */
export function explainKept(
  decision: Exclude<ReturnDecision, 'refund'>,
  { headshots, returned }: Pick<ReturnFacts, 'headshots' | 'returned'>,
  { t }: Texts,
): string {
  if (decision === 'late') return t('headshots.client.verdict.late', { days: RETURN_DAYS });
  return t('headshots.client.verdict.limit', { returned, headshots, days: SHARE_DAYS });
}

/** Whether staff should look: the limit was reached, or many came back within a day. */
export function isConspicuous(decision: ReturnDecision, returnedToday: number): boolean {
  return decision === 'limit' || (decision === 'refund' && returnedToday >= FAST_RETURNS);
}
