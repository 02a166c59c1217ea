/** The end of an Enterprise pack's Pro is told a month and a week before, once each, and only where it changes something. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../../tests/support/factories';
import { endPlan, givePlan } from '../../../../tests/support/tiers';
import { tellProEnding } from './tell-pro-ending';

const BOUGHT = new Date('2026-02-28T12:00:00Z');
const END = new Date('2027-02-28T12:00:00Z');
const before = (days: number) => plus(END, -days * DAY);

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  // Earlier tests' teams are not told in this one.
  await db.update(payment).set({ paidAt: new Date(0) });
  team = await makeTeam(db);
  await endPlan(team);
});

async function buyEnterprise(paidAt: Date): Promise<string> {
  const id = newId('payment');
  const sold = { organizationId: team.orgId, credits: 500, amountCents: 19_900 };
  await db.insert(purchaseOrder).values({
    id,
    ...sold,
    memberId: team.owner.memberId,
    idempotencyKey: id,
    requestHash: id,
    pack: 'enterprise',
    priceVersion: 'test',
    status: 'paid',
  });
  await db.insert(payment).values({ id, orderId: id, ...sold, stripePaymentId: id, currency: 'usd', paidAt });
  return id;
}

const round = (now: Date) =>
  tellProEnding(db, { now, appUrl: 'https://headcraft.test', signal: new AbortController().signal });

const titles = async () => {
  const rows = await db
    .select({ title: notice.title })
    .from(notice)
    .where(and(eq(notice.userId, team.owner.userId), eq(notice.type, 'plan.pro-ending')));
  return rows.map(({ title }) => title);
};
const mails = () =>
  db
    .select()
    .from(mail)
    .where(and(eq(mail.template, 'pro-ending'), eq(mail.recipient, team.owner.email)));

test('a month before and a week before, once each, with what comes then', async () => {
  await buyEnterprise(BOUGHT);
  await round(before(30.1));
  expect(await titles()).toEqual([]);
  for (const days of [30, 29, 7.1]) await round(before(days));
  expect(await titles()).toEqual(['Pro ends on 28 February 2027']);
  for (const days of [7, 6, 0.1]) await round(before(days));
  for (const hours of [0, 1]) await round(plus(END, hours * HOUR));
  expect(await titles()).toHaveLength(2);
  const sent = await mails();
  expect(sent.map(({ subject }) => subject)).toEqual(
    Array.from({ length: 2 }, () => `Team ${team.slug}: Pro ends on 28 February 2027`),
  );
  const text = sent[0]?.text.replace(/\s+/g, ' ');
  expect(text).toContain('will then have Plus');
  expect(text).toContain('Plus keeps pictures 180 days');
  expect(text).toContain(`/teams/${team.slug}/billing/plan`);
});

test('found only in its last week, it is told once', async () => {
  await buyEnterprise(BOUGHT);
  for (const days of [3, 2]) await round(before(days));
  expect(await titles()).toHaveLength(1);
});

test('not while the plan is Pro, nor with a newer pack, nor for a pack that was refunded', async () => {
  const id = await buyEnterprise(BOUGHT);
  await givePlan(team, 'pro', before(20));
  await round(before(10));
  await endPlan(team);
  await db.update(payment).set({ refundedCents: 19_900 }).where(eq(payment.id, id));
  await round(before(10));
  await db.update(payment).set({ refundedCents: 0 }).where(eq(payment.id, id));
  await buyEnterprise(plus(BOUGHT, 60 * DAY));
  await round(before(10));
  expect(await titles()).toEqual([]);
});
