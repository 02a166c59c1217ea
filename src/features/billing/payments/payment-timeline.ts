/** What happened to a payment, in order. Pure. */
import type { dispute } from '@/db/schema/billing';
import type { PaymentRow } from '../queries';
import type { Refund } from './payment-locks';

export type Dispute = typeof dispute.$inferSelect;

export type TimelineEntry = {
  at: Date;
  what:
    | 'ordered'
    | 'paid'
    | 'failed'
    | 'expired'
    | 'cancelled'
    | 'parked'
    | 'closed'
    | 'refund_asked'
    | 'refunded'
    | 'refund_failed'
    | 'disputed'
    | 'dispute_won'
    | 'dispute_lost';
  amountCents: number | null;
  credits: number | null;
  /** The person, where it was one of the team. */
  who: string | null;
  note: string | null;
};

/** Oldest first. `names` are the people behind the refunds' actors. */
export function timelineOf(
  row: PaymentRow,
  refunds: readonly Refund[],
  disputes: readonly Dispute[],
  names: ReadonlyMap<string, string>,
): TimelineEntry[] {
  const entries = [
    ...orderEntries(row),
    ...refunds.flatMap((one) => refundEntries(one, names.get(one.actor) ?? null)),
    ...disputes.flatMap((one) => disputeEntries(one, row.paidAt)),
  ];
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const NOTHING = { amountCents: null, credits: null, who: null, note: null };

/** Stripe tells times in whole seconds: an order paid in the second it was made still comes before its payment. */
function orderEntries(row: PaymentRow): TimelineEntry[] {
  const { amountCents, credits, createdAt, paidAt } = row;
  const at = paidAt !== null && paidAt < createdAt ? paidAt : createdAt;
  const ordered: TimelineEntry[] =
    row.orderId === null ? [] : [{ ...NOTHING, at, what: 'ordered', note: row.poNumber }];
  if (row.paidAt) return [...ordered, { ...NOTHING, at: row.paidAt, what: 'paid', amountCents, credits }];
  if (row.status === 'pending' || row.status === 'paid') return ordered;
  return [...ordered, { ...NOTHING, at, what: row.status, note: row.failure }];
}

function refundEntries(refund: Refund, who: string | null): TimelineEntry[] {
  const { amountCents, credits, createdAt, resolvedAt, status } = refund;
  const asked: TimelineEntry[] =
    refund.origin === 'product'
      ? [{ at: createdAt, what: 'refund_asked', amountCents, credits, who, note: refund.reason }]
      : [];
  if (status === 'pending') return asked;
  const at = resolvedAt ?? createdAt;
  const what = status === 'failed' ? 'refund_failed' : 'refunded';
  return [...asked, { at, what, amountCents, credits, who: null, note: refund.failure }];
}

/** Stripe tells times in whole seconds: a dispute of the same second still comes after its payment. */
function disputeEntries(dispute: Dispute, paidAt: Date | null): TimelineEntry[] {
  const { amountCents, credits, createdAt, resolvedAt, status } = dispute;
  const opened: TimelineEntry = {
    at: paidAt !== null && createdAt < paidAt ? paidAt : createdAt,
    what: 'disputed',
    amountCents,
    credits,
    who: null,
    note: dispute.reason,
  };
  if (status === 'open') return [opened];
  const what = status === 'won' ? 'dispute_won' : 'dispute_lost';
  return [opened, { at: resolvedAt ?? createdAt, what, amountCents, credits, who: null, note: null }];
}
