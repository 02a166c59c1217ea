/** What Stripe says about plans, in every order and often: the right plan, the month's credits once. */
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { purchaseOrder, subscription } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { orderRow, paymentsOf, poolOf } from '../../../../tests/support/payments';
import {
  apply,
  cyclesOf,
  day,
  invoiceOf,
  makePlanTeam,
  month,
  NOW,
  type PlanTeam,
  planRows,
  subscriptionOf,
} from '../../../../tests/support/plans';
import { getEntitlements } from '../entitlements';
import { applyPlan, StaleReading } from './apply-plan';
import type { InvoiceFacts } from './invoice-facts';

let db: Db;
let team: PlanTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makePlanTeam(db);
});

const tier = async () => (await getEntitlements({ db, orgId: team.orgId }, NOW)).tier;
const grants = async () =>
  (await paymentsOf(db, team)).map(({ label, credits }) => `${label}: ${credits}`).sort();

async function mailsOf(template: string) {
  const written = and(eq(mail.organizationId, team.orgId), eq(mail.template, template));
  return db.select().from(mail).where(written);
}

async function noticesOf(type: string) {
  const written = and(eq(notice.organizationId, team.orgId), eq(notice.type, type));
  return db.select().from(notice).where(written);
}

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

describe('a month’s credits', () => {
  test('come with the paid invoice, once, however often and at the same time', async () => {
    const facts = subscriptionOf(team, 'plus');
    const first = invoiceOf(facts, 'create', 'plus', month(0));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => apply(db, team, [facts], i % 4 === 3 ? [] : [first])),
    );
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['applied']));
    expect(await grants()).toEqual(['Plus plan, November 2026: 20']);
    expect(await poolOf(team)).toBe(20);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'plus', status: 'active', nextPlan: null }]);
    expect(await tier()).toBe('plus');
    expect(await mailsOf('plan-paid')).toHaveLength(2);
    const [paid] = await paymentsOf(db, team);
    expect(paid).toMatchObject({
      kind: 'plan',
      orderId: null,
      stripePaymentId: first.paymentKey,
      stripeInvoiceId: first.id,
      stripeChargeId: first.money.chargeId,
      stripeSubscriptionId: facts.id,
      amountCents: 999,
      invoiceUrl: first.invoiceUrl,
    });
    await expectLedgerClean(db);
  });

  test('do not come with a subscription alone, nor with an invoice that is open', async () => {
    const facts = subscriptionOf(team, 'plus');
    await apply(db, team, [facts], [invoiceOf(facts, 'create', 'plus', month(0), { status: 'open' })]);
    expect([await poolOf(team), await grants()]).toEqual([0, []]);
  });

  test('come also with an invoice of which nothing was left to pay', async () => {
    const facts = subscriptionOf(team, 'pro');
    const free = { discount: 2999, total: 0, amountPaid: 0, payments: [] };
    const first = invoiceOf(facts, 'create', 'pro', month(0), free);
    await apply(db, team, [facts], [{ ...first, paymentKey: first.id }]);
    expect(await paymentsOf(db, team)).toMatchObject([{ amountCents: 0, credits: 60 }]);
  });

  test('are right in every order of the invoices of two months with an upgrade', async () => {
    const facts = subscriptionOf(team, 'pro', { periodStart: month(1), periodEnd: month(2) });
    const base = invoiceOf(facts, 'create', 'plus', month(0));
    const up = invoiceOf(facts, 'update', 'pro', day(0, 15));
    const next = invoiceOf(facts, 'cycle', 'pro', month(1));
    for (const order of permutations([base, up, next])) {
      team = await makePlanTeam(db);
      const mine = { ...facts, id: `sub_${team.orgId}`, customerId: team.customerId };
      const own = (invoice: InvoiceFacts): InvoiceFacts => rename(invoice, mine.id, team.customerId);
      for (const invoice of order) {
        // A change brings along what was paid before it.
        const said = invoice === up ? [own(base), own(up)] : [own(invoice)];
        await apply(db, team, [mine], said);
      }
      expect(await grants()).toEqual([
        'Plus plan, November 2026: 20',
        'Pro plan, December 2026: 60',
        'Upgrade to Pro plan, November 2026: 40',
      ]);
      expect(await cyclesOf(db, team)).toMatchObject([
        { plan: 'pro', granted: 60 },
        { plan: 'pro', granted: 60 },
      ]);
    }
    await expectLedgerClean(db);
  });

  test('are never more than the highest plan’s in a period, however often the plan goes up and down', async () => {
    const facts = subscriptionOf(team, 'pro');
    await apply(db, team, [facts], [invoiceOf(facts, 'create', 'plus', month(0))]);
    for (const date of [5, 6]) {
      await apply(db, team, [facts], [invoiceOf(facts, 'update', 'pro', day(0, date))]);
      await apply(db, team, [facts], [invoiceOf(facts, 'update', 'plus', day(0, date))]);
    }
    expect(await poolOf(team)).toBe(60);
    await expectLedgerClean(db);
  });

  test('an upgrade of a period that was never paid is parked', async () => {
    const facts = subscriptionOf(team, 'pro');
    const outcome = await apply(db, team, [facts], [invoiceOf(facts, 'update', 'pro', day(0, 5))]);
    expect(outcome).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(0);
  });

  test.each([
    ['another amount', { amountPaid: 998 }],
    ['less than was asked for', { amountPaid: 998, payments: [] }],
    ['another currency', { currency: 'eur' }],
    ['another customer', { customerId: 'cus_foreign' }],
  ] satisfies [string, Partial<InvoiceFacts>][])('%s is parked and grants nothing', async (_name, values) => {
    const facts = subscriptionOf(team, 'plus');
    const outcome = await apply(db, team, [facts], [invoiceOf(facts, 'create', 'plus', month(0), values)]);
    expect(outcome).toMatchObject({ status: 'parked' });
    expect([await poolOf(team), await grants()]).toEqual([0, []]);
  });

  test('a payment that paid something else already is parked', async () => {
    const facts = subscriptionOf(team, 'plus');
    const first = invoiceOf(facts, 'create', 'plus', month(0));
    await apply(db, team, [facts], [first]);
    const again = invoiceOf(facts, 'cycle', 'plus', month(1), { paymentKey: first.paymentKey });
    expect(await apply(db, team, [facts], [again])).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(20);
  });
});

test('another plan than was ordered is parked, and so is its order', async () => {
  const order = {
    id: newId('order'),
    organizationId: team.orgId,
    memberId: team.owner.memberId,
    idempotencyKey: newId('request'),
    requestHash: '',
    kind: 'plan' as const,
    pack: 'plus',
    credits: 20,
    amountCents: 999,
    priceVersion: 'test',
  };
  await db.insert(purchaseOrder).values(order);
  const facts = subscriptionOf(team, 'pro', { orderHint: order.id });
  const outcome = await apply(db, team, [facts], [invoiceOf(facts, 'create', 'pro', month(0))]);
  expect(outcome).toMatchObject({ status: 'parked', reason: expect.stringContaining('another plan') });
  expect(await orderRow(db, order.id)).toMatchObject({ status: 'parked' });
  expect(await poolOf(team)).toBe(0);
});

function rename(invoice: InvoiceFacts, subscriptionId: string, customerId: string): InvoiceFacts {
  const at = invoice.createdAt.getTime();
  return {
    ...invoice,
    id: `in_${subscriptionId}_${invoice.reason}_${at}`,
    paymentKey: `pi_${subscriptionId}_${invoice.reason}_${at}`,
    money: { ...invoice.money, chargeId: `ch_${subscriptionId}_${invoice.reason}_${at}` },
    subscriptionId,
    customerId,
    lines: invoice.lines.map((line) => ({ ...line, subscriptionId })),
    payments: invoice.payments.map((payment) => ({ ...payment, customerId })),
  };
}

describe('the plan', () => {
  test('a lower one waits for the next period, whether its payment or its change is heard first', async () => {
    const pro = subscriptionOf(team, 'pro');
    const lowered = { ...pro, plan: 'plus' as const };
    const first = invoiceOf(pro, 'create', 'pro', month(0));
    await apply(db, team, [lowered]);
    await apply(db, team, [lowered], [first]);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', nextPlan: 'plus' }]);
    expect(await tier()).toBe('pro');
    await apply(db, team, [{ ...lowered, periodStart: month(1), periodEnd: month(2) }]);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'plus', nextPlan: null }]);
  });

  test('a higher one is there at once', async () => {
    const facts = subscriptionOf(team, 'plus');
    await apply(db, team, [facts], [invoiceOf(facts, 'create', 'plus', month(0))]);
    await apply(db, team, [{ ...facts, plan: 'pro' }]);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', nextPlan: null }]);
  });

  test('the same facts again change nothing and tell nobody', async () => {
    const facts = subscriptionOf(team, 'plus');
    await apply(db, team, [facts]);
    const before = await planRows(db, team);
    await apply(db, team, [facts], [], plus(NOW, DAY));
    expect(await planRows(db, team)).toEqual(before);
  });

  test('what was read before a change is not applied after it', async () => {
    const facts = subscriptionOf(team, 'plus');
    await apply(db, team, [facts]);
    const old = { orgId: team.orgId, customerId: team.customerId, invoices: [] };
    const seen = new Map([[facts.id, 1]]);
    await apply(db, team, [{ ...facts, plan: 'pro' }]);
    const late = db.transaction((transaction) =>
      applyPlan(
        {
          db: transaction as Db,
          now: NOW,
          appUrl: '',
          ctxOf: () => {
            throw new Error('applied');
          },
        },
        { ...old, seen, subscriptions: [facts] },
      ),
    );
    await expect(late).rejects.toThrow(StaleReading);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'pro' }]);
  });

  test.each(['incomplete', 'incomplete_expired', 'canceled', 'unpaid'])(
    'one that is %s and was never ours begins nothing',
    async (status) => {
      await apply(db, team, [subscriptionOf(team, 'plus', { status })]);
      expect(await planRows(db, team)).toEqual([]);
    },
  );

  test('one at a price that is no plan is parked; a running plan moved there stays what it was', async () => {
    const unknown = subscriptionOf(team, null);
    expect(await apply(db, team, [unknown])).toMatchObject({ status: 'parked' });
    expect(await planRows(db, team)).toEqual([]);
    await apply(db, team, [{ ...unknown, plan: 'pro' }]);
    expect(await apply(db, team, [unknown])).toMatchObject({ status: 'parked' });
    expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', status: 'active' }]);
  });
});

describe('a renewal that fails', () => {
  const renewal = { periodStart: month(1), periodEnd: month(2) };

  test('gives days of grace, tells once; paid later, it goes on and says so', async () => {
    const facts = subscriptionOf(team, 'plus');
    await apply(db, team, [facts], [invoiceOf(facts, 'create', 'plus', month(0))]);
    const late = { ...facts, ...renewal, status: 'past_due' };
    await apply(db, team, [late]);
    await apply(db, team, [late], [], plus(NOW, 3 * DAY));
    expect(await planRows(db, team)).toMatchObject([{ status: 'past_due', pastDueSince: NOW }]);
    expect(await tier()).toBe('plus');
    const told = await mailsOf('plan-payment-failed');
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(
      [team.admin.email, team.owner.email].sort(),
    );
    expect(told[0]?.text).toContain('4 December 2026');
    expect(await noticesOf('plan.past-due')).toHaveLength(2);
    const paid = invoiceOf(facts, 'cycle', 'plus', month(1));
    await apply(db, team, [{ ...late, status: 'active' }], [paid]);
    expect(await planRows(db, team)).toMatchObject([{ status: 'active', pastDueSince: null }]);
    expect(await mailsOf('plan-recovered')).toHaveLength(2);
    expect(await poolOf(team)).toBe(40);
  });

  test.each(['canceled', 'unpaid', 'incomplete_expired'])('%s ends it: Free, said once', async (status) => {
    const facts = subscriptionOf(team, 'pro');
    await apply(db, team, [facts], [invoiceOf(facts, 'create', 'pro', month(0))]);
    await apply(db, team, [{ ...facts, ...renewal, status: 'past_due' }]);
    const over = { ...facts, ...renewal, status };
    await apply(db, team, [over]);
    await apply(db, team, [over]);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', endedAt: NOW, nextPlan: null }]);
    expect(await tier()).toBe('free');
    expect(await poolOf(team)).toBe(60);
    const told = await mailsOf('plan-ended');
    expect(told).toHaveLength(2);
    expect(told[0]?.text).toContain('did not arrive in time');
    // Stripe keeps an unpaid one, so it is ended there.
    expect(await ordered(facts.id)).toHaveLength(status === 'unpaid' ? 1 : 0);
  });
});

describe('a second plan', () => {
  test('bought while one runs is refused for good: nothing granted, its end is ordered', async () => {
    const first = subscriptionOf(team, 'plus');
    const second = subscriptionOf(team, 'pro', { id: `${first.id}_2`, createdAt: day(0, 2) });
    await apply(db, team, [first], [invoiceOf(first, 'create', 'plus', month(0))]);
    await apply(db, team, [second, first], [invoiceOf(second, 'create', 'pro', month(0))]);
    await apply(db, team, [second, first]);
    expect(await planRows(db, team)).toMatchObject([
      { plan: 'plus', endedAt: null },
      { plan: 'pro', status: 'duplicate', endedAt: NOW },
    ]);
    expect(await grants()).toEqual(['Plus plan, November 2026: 20', 'Pro plan, bought twice: 0']);
    expect([await poolOf(team), await tier()]).toEqual([20, 'plus']);
    expect(await mailsOf('plan-second')).toHaveLength(2);
    expect(await ordered(second.id)).toEqual([{ stripeSubscriptionId: second.id, refund: true }]);
    await apply(db, team, [{ ...first, status: 'canceled' }, second]);
    expect(await tier()).toBe('free');
    await expectLedgerClean(db);
  });

  test('two at the same time: one runs', async () => {
    const both = ['a', 'b'].map((name) => subscriptionOf(team, 'plus', { id: `sub_${name}_${team.orgId}` }));
    await Promise.all(
      both.flatMap((facts) => [
        apply(db, team, [facts], [invoiceOf(facts, 'create', 'plus', month(0))]),
        apply(db, team, [facts]),
      ]),
    );
    const rows = await planRows(db, team);
    expect(rows.map(({ status }) => status).sort()).toEqual(['active', 'duplicate']);
    expect(await poolOf(team)).toBe(20);
  });

  test('after the first has ended, and both are heard together, begins', async () => {
    const first = subscriptionOf(team, 'plus');
    await apply(db, team, [first]);
    const second = subscriptionOf(team, 'pro', { id: `${first.id}_2`, createdAt: month(-1) });
    await apply(db, team, [second, { ...first, status: 'canceled', endedAt: day(0, 2) }]);
    expect((await planRows(db, team)).map(({ plan, status }) => [plan, status])).toEqual([
      ['plus', 'canceled'],
      ['pro', 'active'],
    ]);
  });
});

async function ordered(stripeId: string): Promise<unknown[]> {
  const rows = await selectRows<{ data: unknown }>(
    db,
    sql`select data from pgboss.job
      where name = 'billing.end-plan' and data->>'stripeSubscriptionId' = ${stripeId}`,
  );
  return rows.map(({ data }) => data);
}

test('the database itself keeps a second running plan out', async () => {
  await apply(db, team, [subscriptionOf(team, 'plus')]);
  const values = {
    id: newId('subscription'),
    organizationId: team.orgId,
    stripeSubscriptionId: newId('subscription'),
    plan: 'plus' as const,
    status: 'active',
    periodStart: month(0),
    periodEnd: month(1),
  };
  await expect(db.insert(subscription).values(values)).rejects.toMatchObject({
    cause: { constraint: 'subscription_current' },
  });
});
