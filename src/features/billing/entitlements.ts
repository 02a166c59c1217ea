/** What teams may do now, from their plan and their payments. */
import { inArray, sql } from 'drizzle-orm';
import { organization } from '@/db/schema/auth';
import { payment, purchaseOrder, subscription } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import {
  ENTITLEMENTS,
  type Entitlements,
  proEnd,
  type Standing,
  type Tier,
  tierOf,
} from './entitlement-rules';
import { keptPayment, keptPeriod } from './payments/kept-money';
import { isInForce } from './plans/plan-rules';
import { ENTERPRISE_PRO_MONTHS, type PlanId } from './price-list';

/** Organizations in one query. */
const AT_ONCE = 1_000;

export type TeamEntitlements = Entitlements & {
  /** When Pro ends that comes from an Enterprise pack. */
  proUntil: Date | null;
};

/** What the organization may do at `now`, in one query. An unknown organization is Free. */
export async function getEntitlements(
  { db, orgId }: { db: Db; orgId: string },
  now: Date,
): Promise<TeamEntitlements> {
  const standing = await getStanding({ db, orgId }, now);
  return { ...ENTITLEMENTS[tierOf(standing, now)], proUntil: proEnd(standing, now) };
}

/** Why an organization has its tier; with `without`, why it would have it if that purchase did not count. */
export async function getStanding(
  { db, orgId }: { db: Db; orgId: string },
  now: Date,
  { without }: { without?: string } = {},
): Promise<Standing> {
  const standings = await readStandings(db, [orgId], now, without);
  return standings.get(orgId) ?? { plan: null, everPaid: false, proUntil: null };
}

/** The tiers of many organizations, for jobs. Each id gets one. */
export async function listTiers(db: Db, orgIds: readonly string[], now: Date): Promise<Map<string, Tier>> {
  const tiers = new Map<string, Tier>(orgIds.map((orgId) => [orgId, 'free']));
  for (const [orgId, standing] of await listStandings(db, orgIds, now))
    tiers.set(orgId, tierOf(standing, now));
  return tiers;
}

/** Why each of many organizations has its tier, for jobs. Unknown ids are left out. */
export async function listStandings(
  db: Db,
  orgIds: readonly string[],
  now: Date,
): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (let from = 0; from < orgIds.length; from += AT_ONCE)
    for (const [orgId, standing] of await readStandings(db, orgIds.slice(from, from + AT_ONCE), now))
      standings.set(orgId, standing);
  return standings;
}

async function readStandings(
  db: Db,
  orgIds: readonly string[],
  now: Date,
  without = '',
): Promise<Map<string, Standing>> {
  const kept = sql`${keptPayment} and ${payment.id} <> ${without}`;
  const rows = await db
    .select({
      orgId: organization.id,
      plan: subscription.plan,
      status: subscription.status,
      periodStart: subscription.periodStart,
      periodEnd: subscription.periodEnd,
      cancelAtPeriodEnd: subscription.cancelAtPeriodEnd,
      pastDueSince: subscription.pastDueSince,
      planKept: keptPeriod(),
      // Months of a plan give what the plan gives, and end with it.
      everPaid: sql<boolean>`exists (select 1 from ${payment}
        where ${payment.organizationId} = ${organization.id} and ${payment.kind} <> 'plan' and ${kept})`,
      proUntil: sql<Date | null>`(select max((${payment.paidAt} at time zone 'UTC'
          + make_interval(months => ${ENTERPRISE_PRO_MONTHS}::int)) at time zone 'UTC')
        from ${payment} join ${purchaseOrder} on ${purchaseOrder.id} = ${payment.orderId}
        where ${payment.organizationId} = ${organization.id} and ${payment.kind} = 'pack'
          and ${purchaseOrder.pack} = 'enterprise' and ${kept})`.mapWith(payment.paidAt),
    })
    .from(organization)
    .leftJoin(
      subscription,
      sql`${subscription.organizationId} = ${organization.id} and ${subscription.endedAt} is null`,
    )
    .where(inArray(organization.id, [...orgIds]));
  return new Map(rows.map((row) => [row.orgId, toStanding(row, now)]));
}

type Row = {
  plan: PlanId | null;
  status: string | null;
  periodStart: Date | null;
  periodEnd: Date | null;
  cancelAtPeriodEnd: boolean | null;
  pastDueSince: Date | null;
  planKept: boolean;
  everPaid: boolean;
  proUntil: Date | null;
};

function toStanding(row: Row, now: Date): Standing {
  const { plan, status, periodStart, periodEnd, everPaid, proUntil } = row;
  const running =
    row.planKept &&
    status !== null &&
    periodStart !== null &&
    periodEnd !== null &&
    isInForce(
      {
        status,
        periodStart,
        periodEnd,
        cancelAtPeriodEnd: row.cancelAtPeriodEnd ?? false,
        pastDueSince: row.pastDueSince,
        endedAt: null,
      },
      now,
    );
  return { plan: running ? plan : null, everPaid, proUntil };
}
