/** What people are told about their plan: a notice to who runs the team, a mail to them and to the billing address. */
import type { Ctx } from '@/db/context';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { formatLongDay } from '@/lib/day';
import { formatCents, formatCredits } from '@/lib/money';
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
  const amount = formatCents(invoice.amountPaid);
  const dedupeKey = `payment:${paymentId}`;
  await tellAdmins(ctx, {
    type: 'payment.received',
    title: paid.first ? `The ${plan} plan has started` : `${formatCredits(credits)} added`,
    body: `${label}, ${amount} paid, ${formatCredits(credits)} added.`,
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-paid', dedupeKey, ({ team, slug }) => ({
    team,
    plan,
    what: label,
    credits,
    amount,
    started: paid.first,
    url: pageOf(scope, slug),
    receiptUrl: invoice.money.receiptUrl ?? invoice.invoiceUrl,
  }));
}

/** A renewal could not be charged; until when the plan stays. Once a period. */
export async function tellPlanFailed(scope: Scope, ctx: Ctx, row: SubscriptionRow): Promise<void> {
  const plan = PLANS[row.plan].name;
  const until = formatLongDay(graceEnd(row.pastDueSince ?? row.periodStart));
  const dedupeKey = `plan-failed:${row.id}:${row.periodStart.toISOString()}`;
  await tellAdmins(ctx, {
    type: 'plan.past-due',
    title: `Payment of the ${plan} plan failed`,
    body: `Update the card to keep the plan. It stays until ${until}.`,
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-payment-failed', dedupeKey, ({ team, slug }) => ({
    team,
    plan,
    until,
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
    title: `The ${plan} plan is paid again`,
    body: `The payment arrived. The next one is on ${formatLongDay(row.periodEnd)}.`,
    href: HREF,
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'plan-recovered', dedupeKey, ({ team, slug }) => ({
    team,
    plan,
    next: formatLongDay(row.periodEnd),
    url: pageOf(scope, slug),
  }));
}

const ENDED = {
  cancelled: 'You cancelled it. Your credits stay.',
  unpaid: 'Its payment did not arrive. Your credits stay.',
  returned: 'Its payment was refunded or taken back by the bank. The credits that you have stay.',
} as const;

async function whyEnded(ctx: Ctx, row: SubscriptionRow): Promise<keyof typeof ENDED> {
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
    title: `The ${plan} plan has ended`,
    body: ENDED[why],
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
    title: 'A second plan was cancelled',
    body: `The ${plan} plan was bought while another plan was running. What was paid for it is being refunded.`,
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
