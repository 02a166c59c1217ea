/** What admins are told about a balance that runs low and about top-ups that did not happen. */
import type { Ctx } from '@/db/context';
import { tellAdmins } from '@/features/notifications/tell-admins';
import type { Texts } from '@/texts/make-texts';
import { mailBillingPeople } from '../billing-people';
import type { Order } from '../checkout/place-order';
import { tellKept } from '../kept-words';
import { offerLabel } from '../label-words';

type LowBalance = { available: number; below: number; topsUp: boolean };

/** `moment` tells one shortage from the next. */
export async function tellLowBalance(
  ctx: Ctx,
  { available, below, topsUp }: LowBalance,
  moment: Date,
  appUrl: string,
): Promise<void> {
  const dedupeKey = `low-balance:${ctx.orgId}:${moment.toISOString()}`;
  await tellAdmins(ctx, {
    type: 'balance.low',
    title: ({ t }) => t('billing.notice.lowTitle', { credits: available }),
    body: ({ t }) => t(topsUp ? 'billing.notice.lowTopsUp' : 'billing.notice.low', { below: String(below) }),
    href: 'credits/buy',
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'low-balance', dedupeKey, ({ team, slug }) => ({
    team,
    available,
    below,
    topsUp,
    url: `${appUrl}/teams/${slug}/credits/buy`,
  }));
}

export async function tellTopUpFailed(
  ctx: Ctx,
  order: Order,
  failure: string,
  appUrl: string,
): Promise<void> {
  const told = (texts: Texts) => ({
    what: offerLabel(order, texts),
    amount: texts.cents(order.amountCents),
    why: tellKept(failure, texts),
  });
  const dedupeKey = `top-up-failed:${order.id}`;
  await tellAdmins(ctx, {
    type: 'top-up.failed',
    title: (texts) => texts.t('billing.notice.topUpPausedTitle'),
    body: (texts) => texts.t('billing.notice.topUpFailed', told(texts)),
    href: 'billing',
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'top-up-failed', dedupeKey, ({ team, slug }, texts) => {
    const { why, ...order } = told(texts);
    return { team, ...order, failure: why, url: `${appUrl}/teams/${slug}/billing` };
  });
}

/** Once a month. */
export async function tellCapReached(ctx: Ctx, month: string, capCents: number): Promise<void> {
  await tellAdmins(ctx, {
    type: 'top-up.cap',
    title: ({ t }) => t('billing.notice.topUpCapTitle'),
    body: ({ t, cents }) => t('billing.notice.topUpCap', { cap: cents(capCents) }),
    href: 'billing',
    dedupeKey: `top-up-cap:${ctx.orgId}:${month}`,
  });
}
