/** Low balances are told once; a saved card tops up once a shortage, never beyond the month's limit, and pauses when declined. */
import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { organization } from '@/db/schema/auth';
import { balanceWatch, purchaseOrder } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { holdCredits } from '@/features/credits/hold';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { buyPaid, tell } from '../../../../tests/support/money';
import {
  APP_URL,
  CARD,
  makePayingTeam,
  paymentsOf,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { findCustomer } from '../checkout/ensure-customer';
import { refundPayment } from '../refunds/refund-payment';
import { getBalanceWatch } from './balance-watch-queries';
import { takeDueBalances } from './low-balances';
import { saveBalanceWatch } from './save-balance-watch';
import { watchBalances } from './watch-balances';

withStripe();

const PACK = { pack: 'starter', below: 20, monthlyCapCents: 10_000 } as const;

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  // One test's teams are no business of the next one's round.
  await db.update(balanceWatch).set({ noticeBelow: null, topUpEnabled: false, toldAt: null });
  team = await makePayingTeam();
  await buyPaid(team, 'starter');
});

const round = (now = new Date()) =>
  watchBalances(db, { now, appUrl: APP_URL, signal: new AbortController().signal });

const handOut = (amount: number) =>
  allocateCredits(team.admin.ctx, {
    memberId: team.member.memberId,
    amount,
    idempotencyKey: newId('request'),
  });

const topUps = () =>
  db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.organizationId, team.orgId), eq(purchaseOrder.channel, 'top-up')))
    .orderBy(purchaseOrder.createdAt, purchaseOrder.id);

async function saveCard(number = CARD.number): Promise<void> {
  stripe.standIn.control.attachCard((await findCustomer(team.admin.ctx)) ?? '', number);
}

async function noticesOf(type: string): Promise<number> {
  const rows = await db
    .select()
    .from(notice)
    .where(
      and(eq(notice.organizationId, team.orgId), eq(notice.type, type), eq(notice.userId, team.owner.userId)),
    );
  return rows.length;
}

describe('a low balance', () => {
  test('is told once until there is more again, also to teams that never set anything', async () => {
    await round();
    expect(await noticesOf('balance.low')).toBe(0);
    await handOut(45);
    await round();
    await round();
    expect(await noticesOf('balance.low')).toBe(1);
    const mails = await db
      .select()
      .from(mail)
      .where(and(eq(mail.organizationId, team.orgId), eq(mail.template, 'low-balance')));
    expect(mails.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2 }, () => `Team ${team.slug} has 5 credits left`),
    );
    await buyPaid(team, 'starter');
    await round();
    await handOut(50);
    await round();
    expect(await noticesOf('balance.low')).toBe(2);
  });

  test('never when a team wants none; a team of one counts its wallet', async () => {
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: null });
    await handOut(50);
    await round();
    expect(await noticesOf('balance.low')).toBe(0);
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: 10, topUp: null });
    await db.update(organization).set({ kind: 'solo' }).where(eq(organization.id, team.orgId));
    await round();
    expect(await noticesOf('balance.low')).toBe(0);
  });
});

describe('a top-up', () => {
  test('buys one pack a shortage with the saved card, however often the round runs', async () => {
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: 10, topUp: PACK });
    await round();
    expect(await topUps()).toEqual([]);
    await handOut(35);
    await Promise.all([round(), round(), round()]);
    await round();
    const orders = await topUps();
    expect(orders).toMatchObject([{ status: 'paid', pack: 'starter', amountCents: 2_900 }]);
    expect(await poolOf(team)).toBe(65);
    const paid = (await paymentsOf(db, team)).find(({ orderId }) => orderId === orders[0]?.id);
    await tell(db, 'payment_intent.succeeded', paid?.stripePaymentId ?? '');
    await tell(db, 'invoice.paid', paid?.stripeInvoiceId ?? '');
    expect(await poolOf(team)).toBe(65);
    const watch = await getBalanceWatch(team.admin.ctx);
    expect(watch).toMatchObject({ topUp: PACK, spentThisMonthCents: 2_900, pausedAt: null });
    await expectLedgerClean(db);
  });

  test('stops at the month’s limit, and goes on in the next month', async () => {
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, {
      noticeBelow: null,
      topUp: { ...PACK, monthlyCapCents: 5_799 },
    });
    const now = new Date(Date.UTC(2031, 0, 10));
    await handOut(50);
    await round(now);
    await handOut(50);
    await round(now);
    await round(now);
    expect(await topUps()).toHaveLength(1);
    expect(await noticesOf('top-up.cap')).toBe(1);
    await round(plus(now, 25 * DAY));
    expect(await topUps()).toHaveLength(2);
  });

  test('buys nothing in place of what was refunded, says so, and goes on when an admin saves again', async () => {
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
    const [paid] = await paymentsOf(db, team);
    await refundPayment(team.admin.ctx, {
      paymentId: paid?.id ?? '',
      credits: 45,
      reason: 'too many',
      idempotencyKey: newId('request'),
    });
    await round();
    expect(await topUps()).toEqual([]);
    expect(await getBalanceWatch(team.admin.ctx)).toMatchObject({ failure: 'Credits were refunded.' });
    expect(await noticesOf('top-up.paused')).toBe(1);
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
    await round();
    expect(await topUps()).toHaveLength(1);
  });

  test('nor in place of what was refunded at Stripe', async () => {
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
    const [paid] = await paymentsOf(db, team);
    stripe.standIn.control.refund(paid?.stripeChargeId ?? '');
    await tell(db, 'charge.refunded', paid?.stripeChargeId ?? '');
    await round();
    expect([await topUps(), await poolOf(team)]).toEqual([[], 0]);
    expect((await getBalanceWatch(team.admin.ctx)).pausedAt).not.toBeNull();
  });

  test('waits while a bank decides; a lost dispute pauses it', async () => {
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: 10, topUp: PACK });
    const [paid] = await paymentsOf(db, team);
    const { id } = stripe.standIn.control.openDispute(paid?.stripeChargeId ?? '');
    await tell(db, 'charge.dispute.created', id);
    await round();
    expect([await topUps(), await poolOf(team)]).toEqual([[], 0]);
    expect(await getBalanceWatch(team.admin.ctx)).toMatchObject({ waitsFor: 'dispute', pausedAt: null });
    const bodies = await db
      .select({ body: notice.body })
      .from(notice)
      .where(and(eq(notice.organizationId, team.orgId), eq(notice.type, 'balance.low')));
    expect(bodies[0]?.body).toContain('Buy credits');
    stripe.standIn.control.closeDispute(id, 'lost');
    await tell(db, 'charge.dispute.closed', id);
    await round();
    expect(await topUps()).toEqual([]);
    expect(await getBalanceWatch(team.admin.ctx)).toMatchObject({
      waitsFor: null,
      failure: 'The bank of a card took a payment back.',
    });
  });

  test('never pays a debt: what it bought would be gone, and bought again a minute later', async () => {
    await handOut(50);
    const [paid] = await paymentsOf(db, team);
    const generationId = newId('generation');
    await holdCredits(team.member.ctx, { generationId, memberId: team.member.memberId, amount: 50 });
    const { id } = stripe.standIn.control.openDispute(paid?.stripeChargeId ?? '');
    stripe.standIn.control.closeDispute(id, 'lost');
    await tell(db, 'charge.dispute.closed', id);
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
    await round();
    await round();
    expect(await topUps()).toEqual([]);
    expect(await getBalanceWatch(team.admin.ctx)).toMatchObject({ waitsFor: 'debt', pausedAt: null });
  });

  test('needs a saved card, an admin, a limit that allows a pack, and sane numbers', async () => {
    const save = (topUp: object | null, who = team.admin) =>
      saveBalanceWatch(who.ctx, { noticeBelow: 5, topUp: topUp as typeof PACK });
    await expect(save(PACK)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'no_card' } });
    await saveCard();
    await expect(save(PACK, team.member)).rejects.toMatchObject({ code: 'forbidden' });
    for (const wrong of [
      { ...PACK, monthlyCapCents: 2_899 },
      { ...PACK, monthlyCapCents: 1e9 },
      { ...PACK, below: 0 },
      { ...PACK, below: 1.5 },
      { ...PACK, pack: 'gold' },
      { ...PACK, price: 1 },
    ]) {
      await expect(save(wrong)).rejects.toThrow();
    }
    await save(PACK);
  });
});

test('teams that stay low keep nobody waiting: everybody has a turn', async () => {
  const teams = [team];
  while (teams.length < 5) {
    teams.push(await makePayingTeam());
    await buyPaid(teams.at(-1) ?? team, 'starter');
  }
  const ids = teams.map(({ orgId }) => orgId).sort();
  await round();
  await db
    .update(balanceWatch)
    .set({ noticeBelow: 1_000, toldAt: null, lookedAt: null })
    .where(inArray(balanceWatch.organizationId, ids));
  const seen: string[] = [];
  for (let minute = 1; minute <= 3; minute += 1) {
    const due = await takeDueBalances(db, plus(new Date(), minute * 60_000), 2);
    expect(due).toHaveLength(2);
    seen.push(...due.map(({ orgId }) => orgId));
  }
  expect([...new Set(seen)].sort()).toEqual(ids);
});
