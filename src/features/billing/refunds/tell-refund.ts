import type { Ctx } from '@/db/context';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { mailBillingPeople } from '../billing-people';
import type { Payment, Refund } from '../payments/payment-locks';
import { BANK_DAYS } from './refund-rules';

/** Tells the admins and the billing address that money is on its way, or that it could not be sent; once each. */
export async function tellRefund(ctx: Ctx, payment: Payment, refund: Refund, appUrl: string): Promise<void> {
  const failed = refund.status === 'failed';
  const amount = formatCents(refund.amountCents);
  const dedupeKey = `refund-${failed ? 'failed' : 'sent'}:${refund.id}`;
  await tellAdmins(ctx, {
    type: failed ? 'refund.failed' : 'refund.sent',
    title: failed ? 'A refund did not go through' : `${amount} is on its way back`,
    body: failed
      ? `${amount} for ${payment.label} could not be sent. ${returned(refund.credits)}`
      : `${payment.label}: ${amount} goes to the card or account it was paid with. Banks take ${BANK_DAYS} to show it. ${taken(refund.credits)}`,
    href: `billing/payments/${payment.id}`,
    dedupeKey,
  });
  if (failed) return;
  await mailBillingPeople(ctx, 'refund-sent', dedupeKey, ({ team, slug }) => ({
    team,
    what: payment.label,
    amount,
    credits: refund.credits,
    bankDays: BANK_DAYS,
    url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
  }));
}

function taken(credits: number): string {
  return credits > 0 ? `${formatCredits(credits)} left the pool.` : 'No credits were taken.';
}

function returned(credits: number): string {
  return credits > 0 ? `${formatCredits(credits)} returned to the pool.` : 'No credits had been taken.';
}
