import type { Ctx } from '@/db/context';
import { env } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import { log } from '@/lib/log';
import { formatCents } from '@/lib/money';
import type { Refund } from '../payments/payment-locks';

/** A refund has failed whose credit note is written. Stripe voids no note of a paid invoice, so people must; told once. */
export async function tellStandingNote(ctx: Ctx, refund: Refund, appUrl: string): Promise<void> {
  const { id, creditNoteId, paymentId, amountCents } = refund;
  if (!creditNoteId) return;
  log.error({ refundId: id, paymentId, creditNoteId }, 'the credit note of a failed refund stands');
  for (const to of env().STAFF_EMAILS) {
    await queueMail(ctx, {
      to,
      template: 'credit-note-stands',
      props: { amount: formatCents(amountCents), paymentId, creditNoteId, url: appUrl },
      dedupeKey: `credit-note-stands:${id}:${to}`,
    });
  }
}
