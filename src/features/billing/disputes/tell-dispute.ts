import type { Ctx } from '@/db/context';
import type { dispute } from '@/db/schema/billing';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { mailBillingPeople } from '../billing-people';
import type { Payment } from '../payments/payment-locks';
import { takenBack } from '../payments/payment-state-rules';

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
  await tellAdmins(ctx, {
    type: `dispute.${row.status}`,
    title: TITLES[row.status],
    body: `${payment.label}, ${amount}. ${effect(row)}`,
    href: `billing/payments/${payment.id}`,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'payment-disputed', dedupeKey, ({ team, slug }) => ({
    team,
    what: payment.label,
    amount,
    credits: row.credits,
    state: row.status,
    url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
  }));
}

function effect({ status, credits }: Dispute): string {
  if (credits === 0) return 'No credits were taken.';
  if (status === 'open') return `${takenBack(credits)} until the bank decides.`;
  return status === 'won'
    ? `${formatCredits(credits)} returned.`
    : `${formatCredits(credits)} will not be returned.`;
}
