import type { Ctx } from '@/db/context';
import type { dispute } from '@/db/schema/billing';
import { queueMail } from '@/features/notifications/notify';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { findBillingPeople } from '../billing-people';
import type { Payment } from '../payments/payment-locks';

type Dispute = typeof dispute.$inferSelect;

const TITLES = {
  open: 'A payment is disputed',
  won: 'A dispute ended in your favour',
  lost: 'A disputed payment was lost',
} as const;

/** Tells the admins and the billing address how a dispute stands, once a state. */
export async function tellDispute(ctx: Ctx, payment: Payment, row: Dispute, appUrl: string): Promise<void> {
  const amount = formatCents(row.amountCents);
  await tellAdmins(ctx, {
    type: `dispute.${row.status}`,
    title: TITLES[row.status],
    body: `${payment.label}, ${amount}. ${effect(row)}`,
    href: `billing/payments/${payment.id}`,
    dedupeKey: `dispute-${row.status}:${row.id}`,
  });
  const { team, slug, addresses } = await findBillingPeople(ctx);
  for (const to of addresses) {
    await queueMail(ctx, {
      to,
      organizationId: ctx.orgId,
      template: 'payment-disputed',
      props: {
        team,
        what: payment.label,
        amount,
        credits: row.credits,
        state: row.status,
        url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
      },
      dedupeKey: `dispute-${row.status}:${row.id}:${to}`,
    });
  }
}

function effect({ status, credits }: Dispute): string {
  if (credits === 0) return 'No credits were taken.';
  if (status === 'open') return `${formatCredits(credits)} were taken back until the bank has decided.`;
  return status === 'won' ? `${formatCredits(credits)} are back.` : `${formatCredits(credits)} stay taken.`;
}
