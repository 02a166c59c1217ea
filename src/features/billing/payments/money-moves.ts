/** Money as it moved through Stripe's balance, on either side: what Stripe lists, and what our rows say of the same. */
import { type SQL, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { chunks } from '@/lib/chunks';
import { fromSeconds, idOf, toSeconds } from '../stripe-reads';

export const MOVE_KINDS = ['paid', 'refunded', 'refund failed', 'disputed', 'dispute won'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

export type Move = {
  kind: MoveKind;
  /** Stripe's id of the charge, refund or dispute; null where a server gave us none. */
  source: string | null;
  /** Cents without a sign: the kind says which way they went. */
  cents: number;
  /** What Stripe kept with it, less than nothing when it gave a fee back; null while we do not know. */
  feeCents: number | null;
  at: Date;
};

export type StripeMove = Move & { source: string; feeCents: number; currency: string };
export type OurMove = Move & { id: string };

/** By Stripe's reporting category; payouts, transfers and the like are no business of payments. */
const KIND_OF: Readonly<Record<string, MoveKind>> = {
  charge: 'paid',
  refund: 'refunded',
  refund_failure: 'refund failed',
  dispute: 'disputed',
  dispute_reversal: 'dispute won',
};

/** From the first moment on, before the second one. Throws what Stripe throws. */
export async function listStripeMoves(stripe: Stripe, from: Date, to: Date): Promise<StripeMove[]> {
  const created = { gte: toSeconds(from), lt: toSeconds(to) };
  const moves: StripeMove[] = [];
  for await (const move of stripe.balanceTransactions.list({ created, limit: 100 }))
    moves.push(...toMoves(move));
  return moves;
}

/** Everything that Stripe ever moved for one charge, refund or dispute. */
export async function listMovesOf(stripe: Stripe, source: string): Promise<StripeMove[]> {
  const { data } = await stripe.balanceTransactions.list({ source, limit: 100 });
  return data.flatMap(toMoves);
}

function toMoves(move: Stripe.BalanceTransaction): StripeMove[] {
  const kind = KIND_OF[move.reporting_category];
  const source = idOf(move.source);
  if (!kind || !source) return [];
  const { amount, fee: feeCents, currency, created } = move;
  return [{ kind, source, cents: Math.abs(amount), feeCents, currency, at: fromSeconds(created) }];
}

/** What our rows say of these charges, refunds and disputes, in whatever month. */
export async function findOurMoves(db: Db, sources: Iterable<string>): Promise<OurMove[]> {
  const found: OurMove[] = [];
  for (const some of chunks([...new Set(sources)])) {
    const ids = sql.join(
      some.map((id) => sql`${id}`),
      sql`, `,
    );
    found.push(...(await readMoves(db, sql`source in (${ids})`)));
  }
  return found;
}

/** What our rows say of a span of time. */
export function listOurMoves(db: Db, from: Date, to: Date): Promise<OurMove[]> {
  const moment = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  return readMoves(db, sql`at >= ${moment(from)} and at < ${moment(to)}`);
}

type Row = {
  id: string;
  kind: MoveKind;
  source: string | null;
  cents: number;
  fee: number | null;
  at: number;
};

async function readMoves(db: Db, where: SQL): Promise<OurMove[]> {
  const rows = await selectRows<Row>(
    db,
    sql`
      select id, kind, source, cents, fee, extract(epoch from at)::float8 as at from (
        select id, 'paid' as kind, stripe_charge_id as source, amount_cents as cents, fee_cents as fee, paid_at as at
        from payment where amount_cents > 0
        union all
        select id, 'refunded', stripe_refund_id, amount_cents, 0, sent_at from refund where sent_at is not null
        union all
        select id, 'refund failed', stripe_refund_id, amount_cents, 0, resolved_at from refund
        where sent_at is not null and status = 'failed'
        union all
        select id, 'disputed', stripe_dispute_id, amount_cents, fee_cents, created_at from dispute
        union all
        select id, 'dispute won', stripe_dispute_id, amount_cents, -fee_returned_cents, resolved_at from dispute
        where status = 'won'
      ) moves where ${where} order by at, id`,
  );
  return rows.map(({ fee, at, ...row }) => ({ ...row, feeCents: fee, at: fromSeconds(at) }));
}
