/** What admins are told about a balance that runs low and about top-ups that did not happen. */
import type { Ctx } from '@/db/context';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { mailBillingPeople } from '../billing-people';
import type { Order } from '../checkout/place-order';
import { offerLabel } from '../offers';

type LowBalance = { available: number; below: number; topsUp: boolean };

/** `moment` tells one shortage from the next. */
export async function tellLowBalance(
  ctx: Ctx,
  { available, below, topsUp }: LowBalance,
  moment: Date,
  appUrl: string,
): Promise<void> {
  const dedupeKey = `low-balance:${ctx.orgId}:${moment.toISOString()}`;
  const left = available === 0 ? 'No credits left' : `${formatCredits(available)} left`;
  await tellAdmins(ctx, {
    type: 'balance.low',
    title: left,
    body: topsUp
      ? `That is fewer than ${below}. A pack is bought automatically below your top-up threshold.`
      : `That is fewer than ${below}. Buy credits so that nobody has to wait.`,
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
  const what = offerLabel(order);
  const amount = formatCents(order.amountCents);
  const dedupeKey = `top-up-failed:${order.id}`;
  await tellAdmins(ctx, {
    type: 'top-up.failed',
    title: 'Automatic top-up is paused',
    body: `${what}, ${amount}: ${failure} Not charged. We will not try again until you save the top-up settings.`,
    href: 'billing',
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'top-up-failed', dedupeKey, ({ team, slug }) => ({
    team,
    what,
    amount,
    failure,
    url: `${appUrl}/teams/${slug}/billing`,
  }));
}

/** Once a month. */
export async function tellCapReached(ctx: Ctx, month: string, capCents: number): Promise<void> {
  await tellAdmins(ctx, {
    type: 'top-up.cap',
    title: 'Automatic top-up has reached its limit',
    body: `Another pack would go over ${formatCents(capCents)} this month. Buy credits or raise the limit.`,
    href: 'billing',
    dedupeKey: `top-up-cap:${ctx.orgId}:${month}`,
  });
}
