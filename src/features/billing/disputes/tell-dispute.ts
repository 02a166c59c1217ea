import type { Ctx } from '@/db/context';
import type { dispute } from '@/db/schema/billing';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { mailBillingPeople } from '../billing-people';
import type { Payment } from '../payments/payment-locks';
import { takenBack } from '../payments/payment-state-rules';
import { isPeriodKept } from '../plans/period-money';

type Dispute = typeof dispute.$inferSelect;

const TITLES = {
  open: 'A payment is disputed',
  won: 'A dispute ended in your favour',
  lost: 'A disputed payment was lost',
} as const;

/** Tells the admins and the billing address how a dispute stands, once a state. */
export async function tellDispute(ctx: Ctx, payment: Payment, row: Dispute, appUrl: string): Promise<void> {
  const amount = formatCents(row.amountCents);
  const dedupeKey = `dispute-${row.status}:${row.id}`;
  const rests = await planRests(ctx, payment);
  await tellAdmins(ctx, {
    type: `dispute.${row.status}`,
    title: TITLES[row.status],
    body: `${payment.label}, ${amount}. ${effect(row)}${rests ? PLAN[row.status] : ''}`,
    href: `billing/payments/${payment.id}`,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'payment-disputed', dedupeKey, ({ team, slug }) => ({
    team,
    what: payment.label,
    amount,
    credits: row.credits,
    state: row.status,
    planRests: rests,
    url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
  }));
}

const PLAN = { open: ' The plan is on hold until then.', won: '', lost: ' The plan ends.' } as const;

/** Whether the plan that this payment is of has lost the money of its running month. */
async function planRests(ctx: Ctx, { kind, stripeSubscriptionId }: Payment): Promise<boolean> {
  if (kind !== 'plan' || !stripeSubscriptionId) return false;
  return !(await isPeriodKept(ctx, stripeSubscriptionId));
}

function effect({ status, credits }: Dispute): string {
  if (credits === 0) return 'No credits were taken.';
  if (status === 'open') return `${takenBack(credits)} until the bank decides.`;
  return status === 'won'
    ? `${formatCredits(credits)} returned.`
    : `${formatCredits(credits)} will not be returned.`;
}
