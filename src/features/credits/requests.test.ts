/** Credit requests: one open a person, one answer a request, and the credits move with the answer or not at all. */
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { user } from '@/db/schema/auth';
import { creditRequest } from '@/db/schema/credits';
import { mail, notice } from '@/db/schema/notifications';
import { removeMember } from '@/features/organizations/remove-member';
import { makeMember } from '../../../tests/support/factories';
import { expectLedgerClean, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { approveRequest } from './approve-request';
import { declineRequest } from './decline-request';
import { openWallet } from './open-wallet';
import { findMyWallet, getOverview } from './queries';
import { requestCredits } from './request-credits';
import { countOpenRequests, findMyRequest, listRequests } from './request-queries';
import { listStatement } from './statement';
import { withdrawRequest } from './withdraw-request';

let { db, team, other, system, expectTrace, expectRefused } = {} as TwoTeams;
let requestId: string;
beforeEach(async () => {
  // 100 in the pool, 20 in the member's wallet.
  ({ db, team, other, system, expectTrace, expectRefused } = await twoTeams());
  ({ requestId } = await requestCredits(team.member.ctx, { amount: 30, note: 'For the speaker page' }));
});

const noticesOf = async (userId: string) =>
  (await db.select({ type: notice.type }).from(notice).where(eq(notice.userId, userId))).map(
    ({ type }) => type,
  );

describe('asking', () => {
  test('tells every admin once, by notice and mail', async () => {
    for (const { userId, email } of [team.owner, team.admin]) {
      expect(await noticesOf(userId)).toEqual(['credits.requested']);
      const mails = await db.select().from(mail).where(eq(mail.recipient, email));
      expect(mails).toMatchObject([{ template: 'credits-requested' }]);
      expect(mails[0]?.text).toContain('For the speaker page');
      expect(mails[0]?.text).toContain(`/teams/${team.slug}/credits`);
    }
    expect(await noticesOf(team.member.userId)).toEqual([]);
    await expectTrace('credits.request', requestId);
  });
  test('in the language of whom it tells', async () => {
    const { userId } = team.member;
    await db.update(user).set({ language: 'de' }).where(eq(user.id, userId));
    await approveRequest(team.admin.ctx, { requestId });
    const [told] = await db.select().from(notice).where(eq(notice.userId, userId));
    expect([told?.title, told?.body]).toEqual(['Du hast 30 Credits bekommen', 'Angefragt hattest du 30.']);
  });
  test('once: a second request waits until the first is answered or withdrawn', async () => {
    await expectRefused(() => requestCredits(team.member.ctx, { amount: 5 }), 'conflict');
    await withdrawRequest(team.member.ctx, { requestId });
    await requestCredits(team.member.ctx, { amount: 5 });
    expect(await findMyRequest(team.member.ctx)).toMatchObject({ amount: 5, status: 'pending' });
    expect(await countOpenRequests(team.admin.ctx)).toBe(1);
  });
  test('ten times at once: one', async () => {
    const asker = await makeMember(db, team.orgId, 'member');
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => requestCredits(asker.ctx, { amount: 1 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
  test.each([0, -1, 1.5, 1_000_001])('%s credits cannot be asked for', (amount) =>
    expect(requestCredits(team.owner.ctx, { amount })).rejects.toThrow(),
  );
});

describe('approving', () => {
  test('moves the credits with the answer, once', async () => {
    expect(await approveRequest(team.admin.ctx, { requestId })).toEqual({ requestId, granted: 30 });
    expect(await approveRequest(team.admin.ctx, { requestId })).toEqual({ requestId, granted: 30 });
    expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 50 });
    expect(await findMyRequest(team.member.ctx)).toMatchObject({ status: 'approved', granted: 30 });
    expect(await noticesOf(team.member.userId)).toEqual(['credits.request-approved']);
    const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' }, { limit: 1 });
    expect(rows[0]).toMatchObject({ out: 30, reference: { type: 'request', id: requestId } });
    await expectTrace('credits.request_approved', requestId);
    await expectLedgerClean(db, team.orgId);
  });
  test('another amount, with a word', async () => {
    await approveRequest(team.admin.ctx, { requestId, amount: 10, answer: 'More next month' });
    expect(await findMyRequest(team.member.ctx)).toMatchObject({ granted: 10, answer: 'More next month' });
    await expectRefused(() => approveRequest(team.admin.ctx, { requestId }), 'conflict');
  });
  test('more than the pool has: the request stays open', async () => {
    await expect(approveRequest(team.admin.ctx, { requestId, amount: 101 })).rejects.toMatchObject({
      code: 'insufficient_credits',
      details: { available: 100, needed: 101 },
    });
    expect(await findMyRequest(team.member.ctx)).toMatchObject({ status: 'pending', decidedAt: null });
    await approveRequest(team.admin.ctx, { requestId });
  });
  test('ten admins at once, some with another number, one withdrawal: one answer', async () => {
    await Promise.allSettled([
      ...Array.from({ length: 10 }, (_, at) =>
        approveRequest(team.admin.ctx, { requestId, amount: 5 + (at % 2) }),
      ),
      withdrawRequest(team.member.ctx, { requestId }),
      declineRequest(team.owner.ctx, { requestId, answer: 'No' }),
    ]);
    const answer = await findMyRequest(team.member.ctx);
    expect(answer?.status).not.toBe('pending');
    expect((await getOverview(team.admin.ctx)).pool).toBe(100 - (answer?.granted ?? 0));
    await expectLedgerClean(db, team.orgId);
  });
});

test('declining says why', async () => {
  await declineRequest(team.owner.ctx, { requestId, answer: 'The budget is spent until May.' });
  expect(await findMyRequest(team.member.ctx)).toMatchObject({
    status: 'declined',
    granted: null,
    answer: 'The budget is spent until May.',
  });
  expect(await noticesOf(team.member.userId)).toEqual(['credits.request-declined']);
  await expectRefused(() => approveRequest(team.admin.ctx, { requestId }), 'conflict');
  await expectRefused(() => withdrawRequest(team.member.ctx, { requestId }), 'conflict');
  await expectRefused(() => declineRequest(team.admin.ctx, { requestId, answer: 'Again: no.' }), 'conflict');
  await expect(declineRequest(team.admin.ctx, { requestId, answer: ' ' })).rejects.toThrow();
});

test('only admins answer, only the asker withdraws, and another team’s request does not exist', async () => {
  const colleague = await makeMember(db, team.orgId, 'member');
  await expectRefused(() => approveRequest(team.member.ctx, { requestId }), 'forbidden');
  await expectRefused(() => declineRequest(team.member.ctx, { requestId, answer: 'x' }), 'forbidden');
  await expectRefused(() => listRequests(team.member.ctx), 'forbidden');
  for (const ctx of [colleague.ctx, team.admin.ctx, other.member.ctx]) {
    await expectRefused(() => withdrawRequest(ctx, { requestId }), 'not_found');
  }
  await expectRefused(() => approveRequest(other.admin.ctx, { requestId }), 'not_found');
  await expectRefused(() => declineRequest(other.admin.ctx, { requestId, answer: 'x' }), 'not_found');
  expect((await listRequests(other.admin.ctx)).rows).toEqual([]);
});

test('the list: newest first, paged, with who asks and what they have', async () => {
  const late = await makeMember(db, team.orgId, 'member');
  await openWallet(system, { memberId: late.memberId });
  await requestCredits(late.ctx, { amount: 7 });
  const first = await listRequests(team.admin.ctx, { status: 'pending', limit: 1 });
  expect(first.rows).toMatchObject([{ memberId: late.memberId, amount: 7, note: null, free: 0 }]);
  const second = await listRequests(team.admin.ctx, { limit: 1, cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({
    rows: [{ id: requestId, memberId: team.member.memberId, note: 'For the speaker page', free: 20 }],
    nextCursor: null,
  });
});

test('who leaves takes their request with them', async () => {
  await removeMember(team.owner.ctx, { memberId: team.member.memberId });
  const mine = and(eq(creditRequest.id, requestId), eq(creditRequest.status, 'withdrawn'));
  expect(await db.select().from(creditRequest).where(mine)).toHaveLength(1);
  await expectRefused(() => approveRequest(team.admin.ctx, { requestId }), 'conflict');
});
