/**
 * Every verb of the ledger is one statement: nothing waits for the application while rows are locked, and there is no moment in
 * which a part of it has happened.
 */
import { and, eq, isNull, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { teamEvent } from '@/db/schema/notifications';
import { newId } from '@/lib/ids';
import { makeMember } from '../../../tests/support/factories';
import {
  expectLedgerClean,
  give,
  hold,
  key,
  recordPayment,
  type TwoTeams,
  twoTeams,
} from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { chargeBack } from './charge-back';
import { distributeCredits } from './distribute';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { keepPromise } from './keep-promise';
import { openAccounts } from './open-accounts';
import { openWallet } from './open-wallet';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { returnPromise } from './return-promise';
import { returnRefund } from './return-refund';
import { returnWallet } from './return-wallet';
import { reverseChargeBack } from './reverse-charge-back';
import { settleHold } from './settle';
import { voidHold } from './void';
import { withdrawForRefund } from './withdraw-for-refund';

let { db, team, system } = {} as TwoTeams;
beforeAll(async () => {
  ({ db, team, system } = await twoTeams());
  await give(team, 50);
});
afterEach(() => vi.restoreAllMocks());

async function buy(): Promise<string> {
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 30);
  await purchaseCredits(system, { amount: 30, paymentId });
  return paymentId;
}

async function promised(): Promise<string> {
  const invitationId = newId('invitation');
  await promiseCredits(team.admin.ctx, { invitationId, amount: 2 });
  return invitationId;
}

const newcomer = async () => {
  const person = await makeMember(db, team.orgId, 'member');
  await openWallet(system, { memberId: person.memberId });
  await allocateCredits(team.admin.ctx, { memberId: person.memberId, amount: 1, idempotencyKey: key() });
  return person.memberId;
};

/** Each prepares what it needs and answers the call whose statements are counted. */
const VERBS: Record<string, () => Promise<() => Promise<unknown>>> = {
  grantCredits: async () => () => grantCredits(system, { amount: 5, idempotencyKey: key() }),
  'grantCredits to a wallet': async () => () =>
    grantCredits(system, { memberId: team.member.memberId, amount: 5, idempotencyKey: key() }),
  purchaseCredits: async () => {
    const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 30);
    return () => purchaseCredits(system, { amount: 30, paymentId });
  },
  allocateCredits: async () => () => give(team, 1),
  reassignCredits: async () => () =>
    reassignCredits(team.admin.ctx, {
      fromMemberId: team.member.memberId,
      toMemberId: team.owner.memberId,
      amount: 1,
      idempotencyKey: key(),
    }),
  reclaimCredits: async () => () =>
    reclaimCredits(team.admin.ctx, { memberId: team.member.memberId, amount: 1, idempotencyKey: key() }),
  distributeCredits: async () => () =>
    distributeCredits(team.admin.ctx, { distribution: { mode: 'even', amount: 9 }, idempotencyKey: key() }),
  promiseCredits: async () => () => promised(),
  keepPromise: async () => {
    const invitationId = await promised();
    return () => keepPromise(system, { invitationId, memberId: team.member.memberId });
  },
  returnPromise: async () => {
    const invitationId = await promised();
    return () => returnPromise(team.admin.ctx, { invitationId });
  },
  holdCredits: async () => () =>
    holdCredits(team.member.ctx, {
      generationId: newId('generation'),
      memberId: team.member.memberId,
      amount: 2,
    }),
  settleHold: async () => {
    const generationId = await hold(team, 2);
    return () => settleHold(system, { generationId, amount: 1, pictures: 1 });
  },
  voidHold: async () => {
    const generationId = await hold(team, 2);
    return () => voidHold(team.member.ctx, { generationId });
  },
  refundToWallet: async () => {
    const generationId = await hold(team, 2);
    await settleHold(system, { generationId, amount: 2 });
    return () => refundToWallet(system, { generationId, amount: 1, idempotencyKey: key() });
  },
  returnWallet: async () => {
    const memberId = await newcomer();
    return () => returnWallet(team.admin.ctx, { memberId });
  },
  withdrawForRefund: async () => {
    const paymentId = await buy();
    return () => withdrawForRefund(system, { paymentId, refundId: newId('refund'), credits: 5 });
  },
  returnRefund: async () => {
    const refundId = newId('refund');
    await withdrawForRefund(system, { paymentId: await buy(), refundId, credits: 5 });
    return () => returnRefund(system, { refundId });
  },
  chargeBack: async () => {
    const paymentId = await buy();
    return () => chargeBack(system, { paymentId, disputeId: newId('dispute'), credits: 30 });
  },
  reverseChargeBack: async () => {
    const disputeId = newId('dispute');
    await chargeBack(system, { paymentId: await buy(), disputeId, credits: 30 });
    return () => reverseChargeBack(system, { disputeId });
  },
};

/** These leave no trace. */
const OPENING: typeof VERBS = {
  openAccounts: async () => () => openAccounts(team.owner.ctx),
  openWallet: async () => () => openWallet(system, { memberId: team.member.memberId }),
};

test.each(Object.entries({ ...VERBS, ...OPENING }))('%s', async (_name, prepare) => {
  const run = await prepare();
  const query = vi.spyOn(pg.Client.prototype, 'query');
  await run();
  expect(query).toHaveBeenCalledTimes(1);
});

test('a repeated request leaves no second trace', async () => {
  const once = key();
  await give(team, 1, once);
  const before = await fingerprint();
  expect(await give(team, 1, once)).toMatchObject({ replayed: true });
  expect(await fingerprint()).toEqual(before);
});

test('what every member of the team hears names nobody', async () => {
  for (const prepare of Object.values(VERBS)) await (await prepare())();
  const heard = await db
    .selectDistinct({ type: teamEvent.type, data: teamEvent.data })
    .from(teamEvent)
    .where(and(eq(teamEvent.organizationId, team.orgId), isNull(teamEvent.userId)));
  expect(heard).toEqual([{ type: 'balance.changed', data: {} }]);
});

/** Everything a verb may write, as one number that any row changes. */
async function fingerprint(): Promise<unknown> {
  const { rows } = (await db.execute(sql`
    select (select md5(string_agg(b::text, '|' order by b::text)) from ledger_balance b) as balances,
      (select count(*) from ledger_transfer) as transfers, (select count(*) from ledger_entry) as entries,
      (select count(*) from ledger_operation) as operations, (select count(*) from credit_hold) as holds,
      (select count(*) from hold_resolution) as ends, (select count(*) from audit_event) as audits,
      (select count(*) from team_event) as events`)) as unknown as { rows: unknown[] };
  return rows[0];
}

test.each(['audit_event', 'team_event'])(
  'nothing is left of any verb when %s cannot be written',
  async (table) => {
    const attempts: [string, () => Promise<unknown>][] = [];
    for (const [name, prepare] of Object.entries(VERBS)) attempts.push([name, await prepare()]);
    const name = sql.identifier(table);
    await db.execute(
      sql`create trigger refuse_insert before insert on ${name} for each row execute function refuse_change()`,
    );
    const before = await fingerprint();
    for (const [verb, run] of attempts) {
      await expect(run(), verb).rejects.toMatchObject({ code: '23001' });
    }
    expect(await fingerprint()).toEqual(before);
    await db.execute(sql`drop trigger refuse_insert on ${name}`);
    for (const [, run] of attempts) await run();
    await expectLedgerClean(db);
  },
);
