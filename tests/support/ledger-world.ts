/** A team for the model to be compared with: how it begins, who joins, and what it holds, read in one statement. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { runPrepared, selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { newId } from '@/lib/ids';
import { makeMember, systemCtx, type TestMember } from './factories';
import { type Model, type Person, unspent } from './ledger-model';

export type LedgerWorld = {
  db: Db;
  system: Ctx;
  /** The team's first person. */
  admin: TestMember;
  contexts: Map<string, Ctx>;
  people: Person[];
};

/** An owner, and in a real team three more. */
export async function makeWorld(db: Db, solo: boolean): Promise<LedgerWorld> {
  const orgId = newId('organization') as OrgId;
  await db
    .insert(organization)
    .values({ id: orgId, name: 'A team', slug: `team-${orgId.slice(4)}`, kind: solo ? 'solo' : 'team' });
  const system = systemCtx(db, orgId);
  await openAccounts(system);
  const admin = await makeMember(db, orgId, 'owner');
  const contexts = new Map([[admin.memberId, admin.ctx]]);
  const world: LedgerWorld = { db, system, admin, contexts, people: [] };
  world.people.push(await walletOf(world, admin));
  if (!solo) for (let others = 0; others < 3; others += 1) world.people.push(await join(world));
  return world;
}

/** A new member with an empty wallet. */
export async function join(world: LedgerWorld): Promise<Person> {
  const person = await makeMember(world.db, world.system.orgId, 'member');
  world.contexts.set(person.memberId, person.ctx);
  return walletOf(world, person);
}

async function walletOf({ db, system }: LedgerWorld, { memberId }: TestMember): Promise<Person> {
  await openWallet(system, { memberId });
  const [row] = await selectRows<{ id: string }>(
    db,
    sql`select id from ledger_account where organization_id = ${system.orgId} and member_id = ${memberId}`,
  );
  return { memberId, accountId: row?.id ?? '', balance: 0, held: 0, closed: false };
}

/** The same numbers that `numbersOf` reads from the model. */
export type Numbers = Record<string, unknown>;

export function numbersOf(model: Model): Numbers {
  const { pool, promised, debt, issued, used, refunded } = model;
  const wallets = model.people.map(({ accountId, balance, held, closed }) => [
    accountId,
    `${balance} ${held} ${closed}`,
  ]);
  return {
    ...{ pool, promised, debt, issued, used, refunded, broken: [] },
    wallets: Object.fromEntries(wallets),
    unspent: Object.fromEntries(model.payments.map(({ id }) => [id, unspent(model, id)])),
  };
}

/**
 * What the database holds, and what of it does not fit together: an account whose entries are not version 1, 2, 3 … up to its own,
 * or do not add up to its balance or its running balances; a transfer without two legs that cancel out; a wallet whose open holds
 * are not what it holds, or whose charges are not what it spent.
 */
export async function readNumbers({ db, system }: LedgerWorld): Promise<Numbers> {
  const { rows } = await runPrepared(db, 'ledger_model_numbers', NUMBERS, [system.orgId]);
  const [row] = rows as { numbers: Numbers }[];
  return row?.numbers ?? {};
}

const NUMBERS = `
  with accounts as (
    select a.id, a.kind, b.posted, b.held, b.spent, b.version, b.closed from ledger_account a
    left join ledger_balance b on b.account_id = a.id where a.organization_id = $1
  ),
  entries as materialized (
    select e.*, sum(e.delta) over (partition by e.account_id order by e.version) as running
    -- \`offset 0\` keeps this a look-up per account, however large the other teams of the run have made the table.
    from accounts a cross join lateral (select * from ledger_entry e where e.account_id = a.id offset 0) e
  ),
  sums as (
    select account_id, count(*) as count, count(distinct version) as versions, max(version) as last,
      sum(delta) as total, bool_and(version is null or balance_after = running) as chained,
      -coalesce(sum(delta) filter (where kind in ('settle', 'wallet_refund')), 0) as spent
    from entries group by account_id
  ),
  broken as (
    select 'account ' || a.kind as what from accounts a left join sums s on s.account_id = a.id
    where a.posted is not null and (coalesce(s.count, 0), coalesce(s.versions, 0), coalesce(s.last, 0),
        coalesce(s.total, 0), coalesce(s.chained, true)) is distinct from (a.version, a.version, a.version, a.posted, true)
      or a.kind = 'wallet' and coalesce(s.spent, 0) <> a.spent
    union all
    select 'legs of ' || transfer_id from entries group by transfer_id having count(*) <> 2 or sum(delta) <> 0
    union all
    select 'holds of ' || a.id from accounts a
    where a.kind = 'wallet' and a.held <> (
      select coalesce(sum(h.amount), 0) from credit_hold h
      where h.wallet_account = a.id and not exists (select 1 from hold_resolution r where r.hold_id = h.id)
    )
  )
  select jsonb_build_object(
    'pool', max(a.posted) filter (where a.kind = 'pool'),
    'promised', max(a.posted) filter (where a.kind = 'promised'),
    'debt', -max(a.posted) filter (where a.kind = 'debt'),
    'issued', -coalesce(max(s.total) filter (where a.kind = 'world'), 0),
    'used', coalesce(max(s.total) filter (where a.kind = 'consumed'), 0),
    'refunded', coalesce(max(s.total) filter (where a.kind = 'refunded'), 0),
    'wallets', jsonb_object_agg(a.id, a.posted || ' ' || a.held || ' ' || a.closed) filter (where a.kind = 'wallet'),
    'unspent', (
      select coalesce(jsonb_object_agg(reference_id, ledger_unspent($1, reference_id)), '{}')
      from ledger_transfer where organization_id = $1 and kind = 'purchase'
    ),
    'broken', (select coalesce(jsonb_agg(what), '[]') from broken)
  ) as numbers
  from accounts a left join sums s on s.account_id = a.id`;
