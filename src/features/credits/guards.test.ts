/** The database's own guards, attacked directly: they hold even if the code above them is wrong. */
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { pgError } from '@/db/errors';
import { selectRows } from '@/db/sql-rows';
import { hold, recordPayment, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { settleHold } from './settle';
import { withdrawForRefund } from './withdraw-for-refund';

let { db, team, other, system } = {} as TwoTeams;
let account: Record<'pool' | 'wallet' | 'debt' | 'promised' | 'otherWallet', string>;
let heldGeneration: string;

beforeAll(async () => {
  ({ db, team, other, system } = await twoTeams());
  const id = async (orgId: string, kind: string, memberId = '') => {
    const [row] = await selectRows<{ id: string }>(
      db,
      sql`select id from ledger_account
        where organization_id = ${orgId} and kind = ${kind} and member_id = ${memberId}`,
    );
    return row?.id ?? '';
  };
  account = {
    pool: await id(team.orgId, 'pool'),
    debt: await id(team.orgId, 'debt'),
    promised: await id(team.orgId, 'promised'),
    wallet: await id(team.orgId, 'wallet', team.member.memberId),
    otherWallet: await id(other.orgId, 'wallet', other.member.memberId),
  };
  await settleHold(system, { generationId: await hold(team, 5), amount: 3 });
  heldGeneration = await hold(team, 4);
  await promiseCredits(team.admin.ctx, { invitationId: 'inv_guard', amount: 1 });
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 10);
  await purchaseCredits(system, { amount: 10, paymentId });
  await withdrawForRefund(system, { paymentId, refundId: 'ref_guard', credits: 1 });
});

/** Runs the statement in a transaction of its own that is rolled back, and answers what Postgres said. */
async function refusalOf(statement: SQL): Promise<ReturnType<typeof pgError>> {
  const error: unknown = await db
    .transaction(async (tx) => {
      await tx.execute(statement);
      tx.rollback();
    })
    .catch((reason: unknown) => reason);
  return pgError(error);
}

type Values = Partial<
  Record<'org' | 'kind' | 'from' | 'to' | 'key' | 'referenceId', string> & { amount: number }
>;
function insertTransfer(values: Values): SQL {
  const { org = team.orgId, kind = 'allocate', from = account.pool, to = account.wallet } = values;
  return sql`insert into ledger_transfer
      (id, organization_id, kind, from_account, to_account, amount, idempotency_key, request_hash, actor, reference_id)
    values ('trf_guard', ${org}, ${kind}, ${from}, ${to}, ${values.amount ?? 1}, ${values.key ?? 'guard'}, 'h',
      'system:test', ${values.referenceId ?? null})`;
}
const setBalance = (accountId: string, change: SQL) =>
  sql`update ledger_balance set ${change} where account_id = ${accountId}`;

const CHECKS: [string, () => SQL][] = [
  ['ledger_balance_available', () => setBalance(account.pool, sql`posted = -1`)],
  ['ledger_balance_available', () => setBalance(account.promised, sql`posted = -1`)],
  ['ledger_balance_available', () => setBalance(account.wallet, sql`held = posted + 1`)],
  ['ledger_balance_available', () => setBalance(account.debt, sql`posted = 1`)],
  ['ledger_balance_held', () => setBalance(account.wallet, sql`held = -1`)],
  ['ledger_balance_held', () => setBalance(account.pool, sql`held = 1`)],
  ['ledger_balance_wallet_only', () => setBalance(account.wallet, sql`spent = -1`)],
  ['ledger_balance_wallet_only', () => setBalance(account.pool, sql`closed = true`)],
  ['ledger_transfer_amount', () => insertTransfer({ amount: 0 })],
  ['ledger_transfer_amount', () => insertTransfer({ amount: -1 })],
  ['ledger_transfer_legs', () => insertTransfer({ to: account.pool })],
  [
    'ledger_account_member',
    () =>
      sql`insert into ledger_account (id, organization_id, kind, member_id) values ('acc_x', ${team.orgId}, 'pool', 'mem_x')`,
  ],
  [
    'credit_hold_amount',
    () => sql`insert into credit_hold (id, organization_id, wallet_account, generation_id, amount, actor)
      values ('hld_x', ${team.orgId}, ${account.wallet}, 'gen_x', 0, 'system:test')`,
  ],
  [
    'hold_resolution_parts',
    () => sql`insert into hold_resolution (hold_id, settled, released, actor)
      select id, -1, 5, 'system:test' from credit_hold where generation_id = ${heldGeneration}`,
  ],
];

test.each(CHECKS)('check %s', async (constraint, statement) => {
  expect(await refusalOf(statement())).toMatchObject({ code: '23514', constraint });
});

const UNIQUES: [string, () => SQL][] = [
  [
    'ledger_account_identity',
    () => sql`insert into ledger_account (id, organization_id, kind) values ('acc_x', ${team.orgId}, 'pool')`,
  ],
  [
    'ledger_transfer_key',
    () => insertTransfer({ key: 'promise:inv_guard', kind: 'promise', to: account.promised }),
  ],
  [
    'ledger_transfer_purchase',
    () => sql`insert into ledger_transfer
        (id, organization_id, kind, from_account, to_account, amount, idempotency_key, request_hash, actor, reference_id)
      select 'trf_guard', organization_id, kind, from_account, to_account, amount, 'guard', 'h', actor, reference_id
      from ledger_transfer where organization_id = ${team.orgId} and kind = 'purchase'`,
  ],
  [
    'ledger_entry_version',
    () => sql`insert into ledger_entry (transfer_id, account_id, version, delta, balance_after)
      select t.id, ${account.pool}, 1, 1, 1 from ledger_transfer t
      where t.organization_id = ${team.orgId} and t.kind = 'settle'`,
  ],
  [
    'credit_hold_generation_id_unique',
    () => sql`insert into credit_hold (id, organization_id, wallet_account, generation_id, amount, actor)
      values ('hld_x', ${other.orgId}, ${account.otherWallet}, ${heldGeneration}, 1, 'system:test')`,
  ],
  [
    'hold_resolution_pkey',
    () => sql`insert into hold_resolution (hold_id, settled, released, actor)
      select hold_id, settled, released, actor from hold_resolution`,
  ],
];

test.each(UNIQUES)('unique %s', async (constraint, statement) => {
  expect(await refusalOf(statement())).toMatchObject({ code: '23505', constraint });
});

const TENANTS: [string, () => SQL][] = [
  ['ledger_transfer_to', () => insertTransfer({ to: account.otherWallet })],
  ['ledger_transfer_from', () => insertTransfer({ from: account.otherWallet })],
  [
    'credit_hold_account',
    () => sql`insert into credit_hold (id, organization_id, wallet_account, generation_id, amount, actor)
      values ('hld_x', ${team.orgId}, ${account.otherWallet}, 'gen_x', 1, 'system:test')`,
  ],
];

test.each(TENANTS)('both sides in one organization: %s', async (constraint, statement) => {
  expect(await refusalOf(statement())).toMatchObject({ code: '23503', constraint });
});

test('a hold ends under its own organization only', async () => {
  const meta = JSON.stringify({ key: 'guard', hash: 'h', actor: 'system:test' });
  expect(
    await refusalOf(sql`select ledger_resolve_hold(${other.orgId}, ${meta}::jsonb, ${heldGeneration}, 1)`),
  ).toMatchObject({ code: 'HC404' });
});

describe('append-only', () => {
  const TABLES = [
    ['ledger_account', 'created_at'],
    ['ledger_transfer', 'amount'],
    ['ledger_entry', 'delta'],
    ['credit_hold', 'amount'],
    ['hold_resolution', 'settled'],
    ['ledger_operation', 'result'],
  ] as const;
  test.each(TABLES)('%s', async (table, column) => {
    const name = sql.identifier(table);
    const same = sql.identifier(column);
    expect(await refusalOf(sql`update ${name} set ${same} = ${same}`)).toMatchObject({ code: '23001' });
    expect(await refusalOf(sql`delete from ${name}`)).toMatchObject({ code: '23001' });
    // `cascade` also empties the tables that refer to this one: the message tells whose trigger refused.
    expect(await refusalOf(sql`truncate ${name} cascade`)).toMatchObject({
      code: '23001',
      message: `${table} is append-only`,
    });
  });
  test('a balance row is never removed', async () => {
    expect(await refusalOf(sql`delete from ledger_balance`)).toMatchObject({ code: '23001' });
    expect(await refusalOf(sql`truncate ledger_balance`)).toMatchObject({ code: '23001' });
  });
});
