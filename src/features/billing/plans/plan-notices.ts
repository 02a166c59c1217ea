/** What people are told about their plan: a notice to who runs the team, a mail to them and to the billing address. */
import type { Ctx } from '@/db/context';
import { tellLabel } from '@/features/credits/sold-labels';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { mailBillingPeople } from '../billing-people';
import type { ApplyScope } from '../effects';
import { PLANS, type PlanId } from '../price-list';
import type { InvoiceFacts } from './invoice-facts';
import { isPeriodGone } from './period-money';
import { graceEnd } from './plan-rules';
import type { SubscriptionRow } from './sync-subscription';

type Scope = Pick<ApplyScope, 'appUrl'>;

const HREF = 'billing';

type Paid = {
  paymentId: string;
  label: string;
  credits: number;
  /** The plan begins with it. */
  first: boolean;
  plan: PlanId;
  invoice: InvoiceFacts;
};

/** A plan has begun, or a month or an upgrade is paid. Once a payment. */
export async function tellPlanPaid(scope: Scope, ctx: Ctx, paid: Paid): Promise<void> {
  const { paymentId, label, credits, invoice } = paid;
  const plan = PLANS[paid.plan].name;
  const dedupeKey = `payment:${paymentId}`;
  await tellAdmins(ctx, {
    type: 'payment.received',
    title: (texts) =>
      paid.first
        ? texts.t('billing.notice.planStartedTitle', { plan })
        : texts.t('billing.notice.addedTitle', { credits: texts.credits(credits) }),
    body: (texts) =>
      texts.t('billing.notice.planAdded', {
        what: tellLabel(label, texts),
        amount: texts.cents(invoice.amountPaid),
        credits: texts.credits(credits),
      }),
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-paid', dedupeKey, ({ team, slug }, texts) => ({
    team,
    plan,
    what: tellLabel(label, texts),
    credits,
    amount: texts.cents(invoice.amountPaid),
    started: paid.first,
    url: pageOf(scope, slug),
    receiptUrl: invoice.money.receiptUrl ?? invoice.invoiceUrl,
  }));
}

/** A renewal could not be charged; until when the plan stays. Once a period. */
export async function tellPlanFailed(scope: Scope, ctx: Ctx, row: SubscriptionRow): Promise<void> {
  const plan = PLANS[row.plan].name;
  const until = graceEnd(row.pastDueSince ?? row.periodStart);
  const dedupeKey = `plan-failed:${row.id}:${row.periodStart.toISOString()}`;
  await tellAdmins(ctx, {
    type: 'plan.past-due',
    title: ({ t }) => t('billing.notice.planFailedTitle', { plan }),
    body: ({ t, longDay }) => t('billing.notice.planFailed', { day: longDay(until) }),
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-payment-failed', dedupeKey, ({ team, slug }, { longDay }) => ({
    team,
    plan,
    until: longDay(until),
    url: pageOf(scope, slug),
  }));
}

/** A renewal that had failed is paid. Once a failure. */
export async function tellPlanRecovered(
  scope: Scope,
  ctx: Ctx,
  row: SubscriptionRow,
  since: Date,
): Promise<void> {
  const plan = PLANS[row.plan].name;
  const dedupeKey = `plan-recovered:${row.id}:${since.toISOString()}`;
  await tellAdmins(ctx, {
    type: 'plan.recovered',
    title: ({ t }) => t('billing.notice.planRecoveredTitle', { plan }),
    body: ({ t, longDay }) => t('billing.notice.planRecovered', { day: longDay(row.periodEnd) }),
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-recovered', dedupeKey, ({ team, slug }, { longDay }) => ({
    team,
    plan,
    next: longDay(row.periodEnd),
    url: pageOf(scope, slug),
  }));
}

async function whyEnded(ctx: Ctx, row: SubscriptionRow): Promise<'cancelled' | 'unpaid' | 'returned'> {
  if (row.pastDueSince !== null) return 'unpaid';
  return (await isPeriodGone(ctx, row.stripeSubscriptionId)) ? 'returned' : 'cancelled';
}

/** The plan is over: cancelled, never paid, or its money went back. Once a plan. */
export async function tellPlanEnded(scope: Scope, ctx: Ctx, row: SubscriptionRow): Promise<void> {
  const plan = PLANS[row.plan].name;
  const why = await whyEnded(ctx, row);
  const dedupeKey = `plan-ended:${row.id}`;
  await tellAdmins(ctx, {
    type: 'plan.ended',
    title: ({ t }) => t('billing.notice.planEndedTitle', { plan }),
    body: ({ t }) => t(`billing.notice.planEnded.${why}`),
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-ended', dedupeKey, ({ team, slug }) => ({
    team,
    plan,
    why,
    url: pageOf(scope, slug),
  }));
}

/** A second plan was refused and its money goes back. Once a subscription; `id` is our row. */
export async function tellSecondPlan(
  scope: Scope,
  ctx: Ctx,
  second: { id: string; plan: PlanId },
): Promise<void> {
  const plan = PLANS[second.plan].name;
  const dedupeKey = `second-plan:${second.id}`;
  await tellAdmins(ctx, {
    type: 'plan.second',
    title: ({ t }) => t('billing.notice.secondPlanTitle'),
    body: ({ t }) => t('billing.notice.secondPlan', { plan }),
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-second', dedupeKey, ({ team, slug }) => ({
    team,
    plan,
    url: pageOf(scope, slug),
  }));
}

function pageOf({ appUrl }: Scope, slug: string): string {
  return `${appUrl}/teams/${slug}/billing`;
}
