import type { Ctx } from '@/db/context';
import type { dispute } from '@/db/schema/billing';
import { tellLabel } from '@/features/credits/sold-labels';
import { tellAdmins } from '@/features/notifications/tell-admins';
import type { Texts } from '@/texts/make-texts';
import { mailBillingPeople } from '../billing-people';
import type { Payment } from '../payments/payment-locks';
import { isPeriodKept } from '../plans/period-money';

type Dispute = typeof dispute.$inferSelect;

/** Tells the admins and the billing address how a dispute stands, once a state. */
export async function tellDispute(ctx: Ctx, payment: Payment, row: Dispute, appUrl: string): Promise<void> {
  const dedupeKey = `dispute-${row.status}:${row.id}`;
  const rests = await planRests(ctx, payment);
  await tellAdmins(ctx, {
    type: `dispute.${row.status}`,
    title: ({ t }) => t(`billing.notice.disputeTitle.${row.status}`),
    body: (texts) => bodyOf(payment, row, rests, texts),
    href: `billing/payments/${payment.id}`,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'payment-disputed', dedupeKey, ({ team, slug }, texts) => ({
    team,
    what: tellLabel(payment.label, texts),
    amount: texts.cents(row.amountCents),
    credits: row.credits,
    state: row.status,
    planRests: rests,
    url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
  }));
}

function bodyOf(
  payment: Payment,
  { status, credits, amountCents }: Dispute,
  rests: boolean,
  texts: Texts,
): string {
  const { t, cents } = texts;
  const what = tellLabel(payment.label, texts);
  const happened = t(`billing.notice.dispute.${status}`, { what, amount: cents(amountCents), credits });
  return rests ? t(`billing.notice.disputeRests.${status}`, { what: happened }) : happened;
}

/** Whether the plan that this payment is of has lost the money of its running month. */
async function planRests(ctx: Ctx, { kind, stripeSubscriptionId }: Payment): Promise<boolean> {
  if (kind !== 'plan' || !stripeSubscriptionId) return false;
  return !(await isPeriodKept(ctx, stripeSubscriptionId));
}
