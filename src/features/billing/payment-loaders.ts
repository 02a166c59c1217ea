import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import { isAppError } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import { pageTexts } from '@/texts/page-texts';
import { orderPath } from './order-path';
import { getPayment, type PaymentDetail, type PaymentDocument } from './payments/payment-queries';
import { type PaymentState, paymentState } from './payments/payment-state-rules';
import type { TimelineEntry } from './payments/payment-timeline';
import { type RefundOffer, refundOffer } from './refunds/refund-offer-rules';
import { getBalanceWatch } from './top-ups/balance-watch-queries';

export type PaymentEvent = Omit<TimelineEntry, 'at'> & { at: string };

export type PaymentPageView = {
  slug: string;
  paymentId: string;
  label: string;
  state: PaymentState;
  channel: PaymentDetail['channel'];
  amountCents: number;
  taxCents: number;
  /** Went back already. */
  refundedCents: number;
  credits: number;
  /** Credits of this payment that nobody has spent. */
  unspent: number | null;
  /** ISO 8601: paid, or ordered while it is not. */
  at: string;
  failure: string | null;
  poNumber: string | null;
  payUrl: string | null;
  orderHref: string | null;
  /** An open dispute: what the bank asks back, and the credits that are gone while it lasts. */
  dispute: { amountCents: number; credits: number } | null;
  /** What can be asked back; null while nothing was paid. */
  refund: RefundOffer | null;
  mayRefund: boolean;
  /** A refund pauses automatic top-ups, which are on. */
  pausesTopUp: boolean;
  events: PaymentEvent[];
  documents: PaymentDocument[];
};

type Params = Promise<{ slug: string; paymentId: string }>;

/** One payment with everything that happened to it. */
export async function loadPayment(params: Params): Promise<PaymentPageView> {
  const { slug, paymentId } = await params;
  const ctx = await requireTeamPageFor(slug, 'billing:read');
  const texts = await pageTexts();
  const payment = await getPayment(ctx, paymentId, new Date(), texts).catch((error: unknown) => {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  });
  const { label, channel, amountCents, taxCents, refundedCents, credits, unspent, failure, poNumber } =
    payment;
  const { topUp, pausedAt } = await getBalanceWatch(ctx);
  const open = payment.disputes.find(({ status }) => status === 'open');
  return {
    slug: ctx.team.slug,
    paymentId: payment.id,
    label,
    state: paymentState(payment),
    channel,
    amountCents,
    taxCents,
    refundedCents,
    credits,
    unspent,
    at: (payment.paidAt ?? payment.createdAt).toISOString(),
    failure,
    poNumber,
    payUrl: payment.payUrl,
    orderHref: payment.orderId && `/teams/${ctx.team.slug}/${orderPath(payment.kind, payment.orderId)}`,
    dispute: open ? { amountCents: open.amountCents, credits: open.credits } : null,
    refund: refundOffer(payment),
    mayRefund: roleMay(ctx.actor.role, 'billing:refund'),
    pausesTopUp: topUp !== null && pausedAt === null,
    events: payment.timeline.map((event) => ({ ...event, at: event.at.toISOString() })),
    documents: payment.documents,
  };
}
