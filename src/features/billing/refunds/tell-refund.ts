import type { Ctx } from '@/db/context';
import { queueMail } from '@/features/notifications/notify';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { findBillingPeople } from '../billing-people';
import type { Payment, Refund } from '../payments/payment-locks';

/** Tells the admins and the billing address that money is on its way, or that it could not be sent; once each. */
export async function tellRefund(ctx: Ctx, payment: Payment, refund: Refund, appUrl: string): Promise<void> {
  const failed = refund.status === 'failed';
  const amount = formatCents(refund.amountCents);
  await tellAdmins(ctx, {
    type: failed ? 'refund.failed' : 'refund.sent',
    title: failed ? 'A refund did not go through' : `${amount} is on its way back`,
    body: failed
      ? `${amount} for ${payment.label} could not be paid out. ${returned(refund.credits)}`
      : `${payment.label}: ${amount} to the card it was paid with, within 10 days. ${taken(refund.credits)}`,
    href: `billing/payments/${payment.id}`,
    dedupeKey: `refund-${failed ? 'failed' : 'sent'}:${refund.id}`,
  });
  if (failed) return;
  const { team, slug, addresses } = await findBillingPeople(ctx);
  for (const to of addresses) {
    await queueMail(ctx, {
      to,
      organizationId: ctx.orgId,
      template: 'refund-sent',
      props: {
        team,
        what: payment.label,
        amount,
        credits: refund.credits,
        url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
      },
      dedupeKey: `refund-sent:${refund.id}:${to}`,
    });
  }
}

function taken(credits: number): string {
  return credits > 0 ? `${formatCredits(credits)} left the pool.` : 'No credits were taken.';
}

function returned(credits: number): string {
  return credits > 0 ? `The ${formatCredits(credits)} are back in the pool.` : 'No credits had been taken.';
}
