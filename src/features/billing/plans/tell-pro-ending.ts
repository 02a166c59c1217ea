/** Tells admins that the Pro of an Enterprise pack ends: a month and a week before, once each. */
import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { payment, purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { jobCtx } from '@/jobs/trusted-ctx';
import { DAY, plus } from '@/lib/time';
import { mailBillingPeople } from '../billing-people';
import { ENTITLEMENTS, proEnd, tierOf } from '../entitlement-rules';
import { listStandings } from '../entitlements';
import { ENTERPRISE_PRO_MONTHS } from '../price-list';
import { TIER_NAMES } from '../tier-types';

/** Days before the end, the nearest last. */
const TOLD = [30, 7] as const;

type Options = { now: Date; appUrl: string; signal: AbortSignal };
type Ending = { until: Date; days: number; after: 'free' | 'plus' | 'pro' };

/** Can be repeated. Teams whose plan is Pro, or that have bought another Enterprise pack, are not told. */
export async function tellProEnding(db: Db, { now, appUrl, signal }: Options): Promise<void> {
  const orgIds = await findEnding(db, now);
  for (const [orgId, standing] of await listStandings(db, orgIds, now)) {
    if (signal.aborted) return;
    const until = proEnd(standing, now);
    const days = until && TOLD.findLast((days) => until <= plus(now, days * DAY));
    if (!until || !days) continue;
    const after = tierOf({ ...standing, proUntil: null }, now);
    await inTransaction(jobCtx(db, orgId, 'billing.watch-plans'), (ctx) =>
      tell(ctx, { until, days, after }, appUrl),
    );
  }
}

/** Teams with an Enterprise pack whose year ends soon. */
async function findEnding(db: Db, now: Date): Promise<string[]> {
  const boughtBy = (moment: Date) =>
    sql`(${moment.toISOString()}::timestamptz at time zone 'UTC'
      - make_interval(months => ${ENTERPRISE_PRO_MONTHS}::int)) at time zone 'UTC'`;
  const rows = await db
    .selectDistinct({ orgId: payment.organizationId })
    .from(payment)
    .innerJoin(purchaseOrder, eq(purchaseOrder.id, payment.orderId))
    .where(
      and(
        eq(purchaseOrder.pack, 'enterprise'),
        // A day more at either end: months are not equally long, what is told is decided by the standing.
        sql`${payment.paidAt} >= ${boughtBy(plus(now, -DAY))}`,
        sql`${payment.paidAt} <= ${boughtBy(plus(now, 33 * DAY))}`,
      ),
    );
  return rows.map(({ orgId }) => orgId);
}

async function tell(ctx: Ctx, { until, days: ahead, after }: Ending, appUrl: string): Promise<void> {
  const next = TIER_NAMES[after];
  const { pictureDays: days } = ENTITLEMENTS[after];
  const dedupeKey = `pro-ending:${ctx.orgId}:${until.toISOString()}:${ahead}`;
  await tellAdmins(ctx, {
    type: 'plan.pro-ending',
    title: ({ t, longDay }) => t('billing.notice.proEndingTitle', { day: longDay(until) }),
    body: ({ t }) =>
      days === null
        ? t('billing.notice.proEndingForever', { next })
        : t('billing.notice.proEndingDays', { next, days }),
    href: 'billing/plan',
    dedupeKey,
  });
  await mailBillingPeople(ctx, 'pro-ending', dedupeKey, ({ team, slug }, { t, longDay }) => ({
    team,
    day: longDay(until),
    next,
    kept: days === null ? t('billing.notice.keptForever') : t('billing.tier.keptDays', { days }),
    url: `${appUrl}/teams/${slug}/billing/plan`,
  }));
}
