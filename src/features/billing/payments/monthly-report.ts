/**
 * What finance people need of a month (UTC): credits in and out with what is outstanding, and the money beside them. Every number
 * is a sum of transfers, payments, refunds and disputes; the closing balance is counted a second time from the entries.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import { requirePermission } from '@/lib/actor';
import { reportQuery } from '../input';
import { moneyFlows, type Span, spanOf } from './money-flows';
import { monthAfter, monthStart } from './month-rules';

export type MonthlyReport = {
  /** "2026-11". */
  month: string;
  credits: {
    /** Outstanding when the month began: pool, wallets and promised, less what is owed. */
    opening: number;
    sold: number;
    granted: number;
    used: number;
    refunded: number;
    chargedBack: number;
    /** Outstanding when it ended: the liability. */
    closing: number;
  };
  /** Cents. */
  money: {
    payments: number;
    paidCents: number;
    taxCents: number;
    refundedCents: number;
    /** Opened in the month, less what was won in it. */
    disputedCents: number;
    feeCents: number;
    /** Paid less refunded, disputed and fees. */
    netCents: number;
  };
  /** The closing balance is also the sum of all entries until then. */
  reconciles: boolean;
};

export type OrganizationReport = MonthlyReport & { orgId: OrgId; name: string };

type CreditRow = {
  orgId: OrgId;
  name: string;
  opening: number;
  sold: number;
  granted: number;
  used: number;
  refunded: number;
  chargedBack: number;
  entries: number;
};

type MoneyRow = {
  orgId: OrgId;
  payments: number;
  paidCents: number;
  taxCents: number;
  feeCents: number;
  refundedCents: number;
  disputedCents: number;
};

/** A team's month. Throws `forbidden` for who may not read its billing. */
export async function getMonthlyReport(ctx: Ctx, month: string): Promise<MonthlyReport> {
  requirePermission(ctx.actor, 'billing:read');
  return addUp(month, await readMonth(ctx.db, month, ctx.orgId));
}

/** The month of every team that has ever had credits, by name, and their sum: for who runs the installation, never for a page. */
export async function reportAllTeams(
  db: Db,
  month: string,
): Promise<{ teams: OrganizationReport[]; total: MonthlyReport }> {
  const teams = await readMonth(db, month);
  return { teams, total: addUp(month, teams) };
}

function addUp(month: string, reports: readonly MonthlyReport[]): MonthlyReport {
  return reports.reduce(add, emptyMonth(month));
}

async function readMonth(db: Db, month: string, orgId?: OrgId): Promise<OrganizationReport[]> {
  const { month: asked } = reportQuery.parse({ month });
  const span = spanOf(monthStart(asked), monthStart(monthAfter(asked)));
  const [credits, money] = await Promise.all([
    selectRows<CreditRow>(db, creditsQuery(span, orgId)),
    selectRows<MoneyRow>(db, moneyQuery(span, orgId)),
  ]);
  const moneyOf = new Map(money.map((row) => [row.orgId, row]));
  return credits.map(({ orgId, name, entries, ...flows }) => {
    const closing =
      flows.opening + flows.sold + flows.granted - flows.used - flows.refunded - flows.chargedBack;
    return {
      orgId,
      name,
      month,
      credits: { ...flows, closing },
      money: toMoney(moneyOf.get(orgId)),
      reconciles: closing === entries,
    };
  });
}

function toMoney(row: MoneyRow | undefined): MonthlyReport['money'] {
  const { payments = 0, paidCents = 0, taxCents = 0, feeCents = 0 } = row ?? {};
  const { refundedCents = 0, disputedCents = 0 } = row ?? {};
  const netCents = paidCents - refundedCents - disputedCents - feeCents;
  return { payments, paidCents, taxCents, refundedCents, disputedCents, feeCents, netCents };
}

function emptyMonth(month: string): MonthlyReport {
  const credits = { opening: 0, sold: 0, granted: 0, used: 0, refunded: 0, chargedBack: 0, closing: 0 };
  return { month, credits, money: toMoney(undefined), reconciles: true };
}

function add(sum: MonthlyReport, one: MonthlyReport): MonthlyReport {
  return {
    month: sum.month,
    credits: addFields(sum.credits, one.credits),
    money: addFields(sum.money, one.money),
    reconciles: sum.reconciles && one.reconciles,
  };
}

function addFields<T extends Record<string, number>>(a: T, b: T): T {
  return Object.fromEntries(Object.entries(a).map(([name, value]) => [name, value + (b[name] ?? 0)])) as T;
}

/**
 * Sums are bigint, which drivers answer as text; as float8 they are numbers, exact up to 2^53. What adds to the outstanding credits, and
 * what takes from them; moves between accounts do neither.
 */
function creditsQuery(span: Span, orgId: OrgId | undefined): SQL {
  const mine = (column: SQL) => (orgId ? sql`${column} = ${orgId}` : sql`true`);
  const sum = (kinds: SQL, back: SQL) => sql`
    coalesce(sum(case when kind in (${kinds}) then amount when kind in (${back}) then -amount else 0 end)
      filter (where created_at >= ${span.from}), 0)::float8`;
  return sql`
    with moved as (
      select organization_id,
        coalesce(sum(case
          when kind in ('grant', 'purchase', 'wallet_refund', 'money_refund_returned', 'chargeback_reversal') then amount
          when kind in ('settle', 'money_refund', 'chargeback') then -amount else 0 end)
          filter (where created_at < ${span.from}), 0)::float8 as opening,
        ${sum(sql`'purchase'`, sql`''`)} as sold,
        ${sum(sql`'grant'`, sql`''`)} as granted,
        ${sum(sql`'settle'`, sql`'wallet_refund'`)} as used,
        ${sum(sql`'money_refund'`, sql`'money_refund_returned'`)} as refunded,
        ${sum(sql`'chargeback'`, sql`'chargeback_reversal'`)} as "chargedBack"
      from ledger_transfer where created_at < ${span.to} and ${mine(sql`organization_id`)}
      group by organization_id
    ),
    counted as (
      select a.organization_id, sum(e.delta)::float8 as entries
      from ledger_account a join ledger_entry e on e.account_id = a.id
      where a.kind in ('pool', 'wallet', 'promised', 'debt') and e.created_at < ${span.to}
        and ${mine(sql`a.organization_id`)}
      group by a.organization_id
    )
    select m.organization_id as "orgId", o.name, m.opening, m.sold, m.granted, m.used, m.refunded, m."chargedBack",
      coalesce(c.entries, 0) as entries
    from moved m join organization o on o.id = m.organization_id
    left join counted c on c.organization_id = m.organization_id
    order by o.name, o.id`;
}

function moneyQuery(span: Span, orgId: OrgId | undefined): SQL {
  return sql`
    select organization_id as "orgId", sum(payments)::float8 as payments, sum(paid)::float8 as "paidCents",
      sum(tax)::float8 as "taxCents", sum(fee)::float8 as "feeCents", sum(refunded)::float8 as "refundedCents",
      sum(disputed)::float8 as "disputedCents"
    from ${moneyFlows(span, orgId)} flows group by organization_id`;
}
