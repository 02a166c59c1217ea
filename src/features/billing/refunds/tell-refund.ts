import type { Ctx } from '@/db/context';
import { tellLabel } from '@/features/credits/sold-labels';
import { tellAdmins } from '@/features/notifications/tell-admins';
import type { Texts } from '@/texts/make-texts';
import { mailBillingPeople } from '../billing-people';
import type { Payment, Refund } from '../payments/payment-locks';
import { BANK_DAYS } from './refund-rules';

/** Tells the admins and the billing address that money is on its way, or that it could not be sent; once each. */
export async function tellRefund(ctx: Ctx, payment: Payment, refund: Refund, appUrl: string): Promise<void> {
  const failed = refund.status === 'failed';
  const told = (texts: Texts) => ({
    what: tellLabel(payment.label, texts),
    amount: texts.cents(refund.amountCents),
    credits: refund.credits,
    ...BANK_DAYS,
  });
  const dedupeKey = `refund-${failed ? 'failed' : 'sent'}:${refund.id}`;
  await tellAdmins(ctx, {
    type: failed ? 'refund.failed' : 'refund.sent',
    title: (texts) =>
      texts.t(failed ? 'billing.notice.refundFailedTitle' : 'billing.notice.refundSentTitle', told(texts)),
    body: (texts) =>
      texts.t(failed ? 'billing.notice.refundFailed' : 'billing.notice.refundSent', told(texts)),
    href: `billing/payments/${payment.id}`,
    dedupeKey,
  });
  if (failed) return;
  await mailBillingPeople(ctx, 'refund-sent', dedupeKey, ({ team, slug }, texts) => ({
    team,
    what: tellLabel(payment.label, texts),
    amount: texts.cents(refund.amountCents),
    credits: refund.credits,
    bankDays: texts.t('billing.notice.bankDays', BANK_DAYS),
    url: `${appUrl}/teams/${slug}/billing/payments/${payment.id}`,
  }));
}
