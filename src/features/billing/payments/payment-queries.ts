/** One payment with everything that happened to it, and the disputes that are open. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, user } from '@/db/schema/auth';
import { dispute, payment, refund } from '@/db/schema/billing';
import { findUnspent } from '@/features/credits/unspent-query';
import { requirePermission } from '@/lib/actor';
import { currentTexts } from '@/texts/current-texts';
import { tellKept } from '../kept-words';
import { findPaymentRow, type PaymentRow } from '../queries';
import { findRefundEffect } from '../refunds/refund-effect';
import type { RefundEffect } from '../refunds/refund-offer-rules';
import { type Refundable, refundable } from '../refunds/refund-rules';
import type { Refund } from './payment-locks';
import { readTerms } from './payment-locks';
import { type Dispute, type TimelineEntry, timelineOf } from './payment-timeline';

export type PaymentDocument = { kind: 'receipt' | 'invoice' | 'credit_note'; url: string };

export type PaymentDetail = PaymentRow & {
  /** Credits of this payment that nobody has spent; null while nothing was paid. Some may be in wallets. */
  unspent: number | null;
  /** What can be paid back now; null while nothing was paid. */
  refundable: Refundable | null;
  /** What the team loses when most of it is paid back. */
  refundEffect: RefundEffect | null;
  refunds: Pick<Refund, 'id' | 'status' | 'amountCents' | 'credits' | 'createdAt' | 'failure' | 'origin'>[];
  disputes: Pick<Dispute, 'id' | 'status' | 'amountCents' | 'credits' | 'createdAt' | 'resolvedAt'>[];
  /** Oldest first. */
  timeline: TimelineEntry[];
  documents: PaymentDocument[];
};

/** `id` is a payment's or, while nothing was paid, an order's. Throws `not_found` for another organization's. */
export async function getPayment(
  ctx: Ctx,
  id: string,
  now: Date,
  texts = currentTexts(),
): Promise<PaymentDetail> {
  requirePermission(ctx.actor, 'billing:read');
  const row = await findPaymentRow(ctx, id, now, texts);
  const { paymentId } = row;
  if (paymentId === null) {
    const timeline = timelineOf(row, [], [], new Map());
    return {
      ...row,
      unspent: null,
      refundable: null,
      refundEffect: null,
      refunds: [],
      disputes: [],
      timeline,
      documents: [],
    };
  }
  const [paid] = await ctx.db
    .select()
    .from(payment)
    .where(and(eq(payment.id, paymentId), eq(payment.organizationId, ctx.orgId)));
  const kept = await ctx.db
    .select()
    .from(refund)
    .where(and(eq(refund.paymentId, paymentId), eq(refund.organizationId, ctx.orgId)))
    .orderBy(refund.createdAt, refund.id);
  const refunds = kept.map((one) => ({ ...one, failure: tellKept(one.failure, texts) }));
  const disputes = await ctx.db
    .select()
    .from(dispute)
    .where(and(eq(dispute.paymentId, paymentId), eq(dispute.organizationId, ctx.orgId)))
    .orderBy(dispute.createdAt, dispute.id);
  const left = row.credits > 0 ? await findUnspent(ctx, paymentId) : { unspent: 0, refundable: 0 };
  return {
    ...row,
    unspent: left.unspent,
    refundable: paid ? refundable(await readTerms(ctx.db, paid), left.refundable, now) : null,
    refundEffect: paid ? await findRefundEffect(ctx, paid, now) : null,
    refunds: refunds.map(({ id, status, amountCents, credits, createdAt, failure, origin }) => ({
      id,
      status,
      amountCents,
      credits,
      createdAt,
      failure,
      origin,
    })),
    disputes: disputes.map(({ id, status, amountCents, credits, createdAt, resolvedAt }) => ({
      id,
      status,
      amountCents,
      credits,
      createdAt,
      resolvedAt,
    })),
    timeline: timelineOf(row, refunds, disputes, await findNames(ctx, refunds)),
    documents: documentsOf(row, refunds),
  };
}

export type OpenDispute = {
  paymentId: string;
  label: string;
  amountCents: number;
  credits: number;
  createdAt: Date;
};

/** Newest first. */
export async function getOpenDisputes(ctx: Ctx): Promise<OpenDispute[]> {
  requirePermission(ctx.actor, 'billing:read');
  return ctx.db
    .select({
      paymentId: dispute.paymentId,
      label: payment.label,
      amountCents: dispute.amountCents,
      credits: dispute.credits,
      createdAt: dispute.createdAt,
    })
    .from(dispute)
    .innerJoin(payment, eq(payment.id, dispute.paymentId))
    .where(and(eq(dispute.organizationId, ctx.orgId), eq(dispute.status, 'open')))
    .orderBy(desc(dispute.createdAt), desc(dispute.id));
}

/** The people behind actors like `member:mem_…`; those who left have no name any more. */
async function findNames(ctx: Ctx, refunds: Refund[]): Promise<Map<string, string>> {
  const ids = refunds.flatMap(({ actor }) => (actor.startsWith('member:') ? [actor.slice(7)] : []));
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: member.id, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, ctx.orgId), inArray(member.id, ids)));
  return new Map(rows.map(({ id, name }) => [`member:${id}`, name]));
}

function documentsOf(row: PaymentRow, refunds: Refund[]): PaymentDocument[] {
  const found: { kind: PaymentDocument['kind']; url: string | null }[] = [
    { kind: 'receipt', url: row.receiptUrl },
    { kind: 'invoice', url: row.invoiceUrl },
    // The note of a refund that failed says what did not happen.
    ...refunds
      .filter(({ status }) => status !== 'failed')
      .map(({ creditNoteUrl }) => ({ kind: 'credit_note' as const, url: creditNoteUrl })),
  ];
  return found.flatMap(({ kind, url }) => (url === null ? [] : [{ kind, url }]));
}
