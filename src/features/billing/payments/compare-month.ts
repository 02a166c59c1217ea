/**
 * A month's money here beside the same month of Stripe's balance, move by move. What both sides have in different months is named as
 * such: a payment in a month's last seconds is written down in the next. Everything else is a difference.
 */
import Stripe from 'stripe';
import type { Db } from '@/db/types';
import { errorMessage } from '@/lib/log-error';
import { formatCents } from '@/lib/money';
import { isForeignMove } from './foreign-move';
import {
  findOurMoves,
  listMovesOf,
  listOurMoves,
  listStripeMoves,
  MOVE_KINDS,
  type Move,
  type MoveKind,
  type OurMove,
  type StripeMove,
} from './money-moves';
import { monthAfter, monthOf, monthStart } from './month-rules';

/** Cents. Stripe's sum is ours, plus what is `elsewhere`, plus the differences. */
export type Compared = { stripeCents: number; oursCents: number; elsewhereCents: number };

export type MonthComparison = {
  /** `fees` are those of payments and disputes. */
  lines: Record<MoveKind | 'fees', Compared>;
  /** Moves at Stripe that belong to another product, or to payments that staff settled. */
  leftOut: number;
  /** For people to read; each begins with the id of what it is about. */
  differences: string[];
};

const CURRENCY = 'usd';

export async function compareMonth(db: Db, stripe: Stripe, month: string): Promise<MonthComparison> {
  const [from, to] = [monthStart(month), monthStart(monthAfter(month))];
  const comparison: MonthComparison = { lines: emptyLines(), leftOut: 0, differences: [] };
  let listed: StripeMove[];
  try {
    listed = await listStripeMoves(stripe, from, to);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    comparison.differences.push(`stripe: its balance cannot be read: ${errorMessage(error)}`);
    return comparison;
  }
  const ours = new Map<string, OurMove>();
  const known = await findOurMoves(
    db,
    listed.map(({ source }) => source),
  );
  for (const move of known) ours.set(keyOf(move), move);
  for (const theirs of listed) await compareTheirs(comparison, { db, stripe, month }, theirs, ours);
  const seen = new Set(listed.map(keyOf));
  for (const move of await listOurMoves(db, from, to)) {
    addOurs(comparison, move);
    if (!seen.has(keyOf(move))) await compareOurs(comparison, stripe, move);
  }
  return comparison;
}

type Place = { db: Db; stripe: Stripe; month: string };

async function compareTheirs(
  comparison: MonthComparison,
  { db, stripe, month }: Place,
  theirs: StripeMove,
  known: ReadonlyMap<string, OurMove>,
): Promise<void> {
  const { lines, differences } = comparison;
  const { kind, source, cents, feeCents } = theirs;
  const ours = known.get(keyOf(theirs));
  if (!ours && (await isForeignMove(db, stripe, theirs))) {
    comparison.leftOut += 1;
    return;
  }
  lines[kind].stripeCents += cents;
  lines.fees.stripeCents += feeCents;
  if (!ours) {
    differences.push(`${source}: ${kind} ${formatCents(cents)} at Stripe, nothing here`);
    return;
  }
  if (theirs.currency !== CURRENCY)
    differences.push(`${ours.id}: Stripe settled it in ${theirs.currency.toUpperCase()} (${source})`);
  else if (ours.cents !== cents)
    differences.push(
      `${ours.id}: ${kind} ${formatCents(ours.cents)} here, ${formatCents(cents)} at Stripe (${source})`,
    );
  if (ours.feeCents !== feeCents) {
    const here = ours.feeCents === null ? 'not known' : formatCents(ours.feeCents);
    differences.push(`${ours.id}: its fee is ${here} here, ${formatCents(feeCents)} at Stripe (${source})`);
  }
  if (monthOf(ours.at) !== month) addElsewhere(comparison, ours, 1);
}

/** A move of ours that Stripe does not have in this month: it has it in another, or not at all. */
async function compareOurs(comparison: MonthComparison, stripe: Stripe, move: OurMove): Promise<void> {
  const { id, kind, source, cents } = move;
  const found = source ? await listMovesOf(stripe, source) : [];
  if (found.some((one) => one.kind === kind)) addElsewhere(comparison, move, -1);
  else comparison.differences.push(`${id}: ${kind} ${formatCents(cents)} here, nothing at Stripe`);
}

function addOurs({ lines }: MonthComparison, { kind, cents, feeCents }: OurMove): void {
  lines[kind].oursCents += cents;
  lines.fees.oursCents += feeCents ?? 0;
}

function addElsewhere({ lines }: MonthComparison, { kind, cents, feeCents }: Move, sign: 1 | -1): void {
  lines[kind].elsewhereCents += sign * cents;
  lines.fees.elsewhereCents += sign * (feeCents ?? 0);
}

/** A charge, refund or dispute moves money of one kind once. */
function keyOf({ kind, source }: Move): string {
  return `${kind} ${source}`;
}

function emptyLines(): MonthComparison['lines'] {
  const kinds = [...MOVE_KINDS, 'fees'] as const;
  return Object.fromEntries(
    kinds.map((kind) => [kind, { stripeCents: 0, oursCents: 0, elsewhereCents: 0 }]),
  ) as MonthComparison['lines'];
}
