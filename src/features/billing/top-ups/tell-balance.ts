/** What admins are told about a balance that runs low and about top-ups that did not happen. */
import type { Ctx } from '@/db/context';
import { queueMail } from '@/features/notifications/notify';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatCents, formatCredits } from '@/lib/money';
import { findBillingPeople } from '../billing-people';
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
      ? `That is fewer than ${below}. A top-up follows by itself when it is set to.`
      : `That is fewer than ${below}. Buy credits so that nobody has to wait.`,
    href: 'credits/buy',
    dedupeKey,
  });
  const { team, slug, addresses } = await findBillingPeople(ctx);
  for (const to of addresses) {
    await queueMail(ctx, {
      to,
      organizationId: ctx.orgId,
      template: 'low-balance',
      props: { team, available, below, topsUp, url: `${appUrl}/teams/${slug}/credits/buy` },
      dedupeKey: `${dedupeKey}:${to}`,
    });
  }
}

export async function tellTopUpFailed(
  ctx: Ctx,
  order: Order,
  failure: string,
  appUrl: string,
): Promise<void> {
  const what = offerLabel(order);
  const amount = formatCents(order.amountCents);
  await tellAdmins(ctx, {
    type: 'top-up.failed',
    title: 'Top-up paused',
    body: `${what}, ${amount}: ${failure} Not charged. Nothing is tried again until you say so.`,
    href: 'billing',
    dedupeKey: `top-up-failed:${order.id}`,
  });
  const { team, slug, addresses } = await findBillingPeople(ctx);
  for (const to of addresses) {
    await queueMail(ctx, {
      to,
      organizationId: ctx.orgId,
      template: 'top-up-failed',
      props: { team, what, amount, failure, url: `${appUrl}/teams/${slug}/billing` },
      dedupeKey: `top-up-failed:${order.id}:${to}`,
    });
  }
}

/** Once a month. */
export async function tellCapReached(ctx: Ctx, month: string, capCents: number): Promise<void> {
  await tellAdmins(ctx, {
    type: 'top-up.cap',
    title: 'Top-ups have reached their limit',
    body: `One more pack would cost more than ${formatCents(capCents)} this month. Buy credits, or raise the limit.`,
    href: 'billing',
    dedupeKey: `top-up-cap:${ctx.orgId}:${month}`,
  });
}
