import type { Ctx } from '@/db/context';
import { tellAdmins } from '@/features/notifications/tell-admins';
import type { Texts } from '@/texts/make-texts';
import { mailBillingPeople } from '../billing-people';
import { changeOrder } from '../checkout/change-order';
import type { Order } from '../checkout/place-order';
import type { ApplyScope } from '../effects';
import { offerLabel } from '../label-words';
import type { InvoiceFacts } from '../plans/invoice-facts';

/** What an event says that the invoice itself does not: Stripe calls it overdue, by its own clock. */
export type Told = { overdue?: boolean };

/**
 * Shows on the order of an open invoice why its last payment failed and since when it is overdue. The order stays open: the same
 * invoice takes another card, or a transfer. When it becomes overdue the people and the billing address are reminded, once.
 */
export async function showUnpaid(
  scope: ApplyScope,
  ctx: Ctx,
  order: Order,
  invoice: InvoiceFacts,
  told: Told,
): Promise<void> {
  if (order.resolvedAt) return;
  const overdueSince = order.overdueSince ?? overdueAt(invoice, told, scope.now);
  const failure = invoice.failure ?? order.failure;
  if (failure === order.failure && overdueSince === order.overdueSince) return;
  await changeOrder(ctx, order, { failure, overdueSince });
  if (overdueSince && !order.overdueSince) await remind(scope, ctx, order, invoice, overdueSince);
}

/** Never ahead of our own clock: the local Stripe's can be moved. */
function overdueAt({ dueAt }: InvoiceFacts, told: Told, now: Date): Date | null {
  if (!dueAt) return null;
  if (dueAt <= now) return dueAt;
  return told.overdue ? now : null;
}

async function remind(
  { appUrl }: ApplyScope,
  ctx: Ctx,
  order: Order,
  invoice: InvoiceFacts,
  since: Date,
): Promise<void> {
  const told = (texts: Texts) => ({
    what: offerLabel(order, texts),
    amount: texts.cents(order.amountCents),
    day: texts.longDay(since),
  });
  const dedupeKey = `invoice-overdue:${order.id}`;
  await tellAdmins(ctx, {
    type: 'invoice.overdue',
    title: (texts) => texts.t('billing.notice.overdueTitle'),
    body: (texts) => texts.t('billing.notice.overdue', told(texts)),
    href: `credits/buy/${order.id}`,
    dedupeKey,
  });
  const page = (slug: string) => `${appUrl}/teams/${slug}/credits/buy/${order.id}`;
  await mailBillingPeople(
    ctx,
    'invoice-overdue',
    dedupeKey,
    ({ team, slug }, texts) => {
      const { what, amount, day } = told(texts);
      return { team, what, amount, since: day, url: invoice.invoiceUrl ?? page(slug) };
    },
    { memberId: order.memberId },
  );
}
