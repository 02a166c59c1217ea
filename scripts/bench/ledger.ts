/**
 * The ledger on a real Postgres that waits for its disk: what the application adds to the SQL function it calls, what a batch saves,
 * and whether pages get slower as the history grows.
 */
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { connectPg } from '@/adapters/database/postgres';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { distributeCredits } from '@/features/credits/distribute';
import { grantCredits } from '@/features/credits/grant';
import { getOverview, listWallets } from '@/features/credits/queries';
import { MAX_AMOUNT } from '@/features/credits/rules';
import { listStatement } from '@/features/credits/statement';
import { getTotals, listSpendByDay, listUsage } from '@/features/credits/usage-queries';
import { sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { startPostgres } from '../../tests/support/embedded-postgres';
import { type BenchTeam, makeBenchTeam, writeHistory } from './parts/ledger-world';
import { inTurns, rate, time } from './parts/measure';
import type { Row } from './parts/table';

const CLIENTS = 32;
const WALLETS = 1_000;
/** Whose pages are read. */
const PEOPLE = 5_000;
/** Transfers that the busy team has already. */
const HISTORY = 20_000;
/** Milliseconds of one turn. */
const TURN = 400;
const AIM = { application: { least: 0.8 }, batch: { least: 5 }, page: { most: 1.2 } };

export async function run(args: string[]): Promise<Row[]> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '25' },
      transfers: { type: 'string', default: '1000000' },
    },
  });
  const rounds = Number(values.rounds);
  const server = await startPostgres({ durable: true });
  const url = server.url('postgres');
  try {
    // Connections plan for the tables as they find them: the measured ones open when there is a history.
    const team = await withDatabase(url, prepareMoves);
    const moves = await withDatabase(url, (db) => benchMoves(db, url, team, rounds));
    const teams = await withDatabase(url, (db) => preparePages(db, Number(values.transfers)));
    const pages = await withDatabase(url, (db) =>
      benchPages(db, teams, Number(values.transfers), rounds * 4),
    );
    return [...moves, ...pages];
  } finally {
    await server.stop();
  }
}

async function withDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const connection = connectPg(url, CLIENTS);
  try {
    await connection.migrate();
    return await work(connection.db);
  } finally {
    await connection.close();
  }
}

async function prepareMoves(db: Db): Promise<BenchTeam> {
  const team = await makeBenchTeam(db, WALLETS);
  await writeHistory(db, team, HISTORY);
  for (let times = 0; times < 5; times += 1) {
    await grantCredits(team.system, { amount: MAX_AMOUNT, idempotencyKey: newId('request') });
  }
  await db.execute(sql`vacuum analyze`);
  return team;
}

async function benchMoves(db: Db, url: string, team: BenchTeam, rounds: number): Promise<Row[]> {
  const { memberIds } = team;
  const admin = { ...team.admin, db };
  const pick = () => memberIds[Math.floor(Math.random() * memberIds.length)] ?? '';
  const single = () =>
    allocateCredits(admin, { memberId: pick(), amount: 1, idempotencyKey: newId('request') });

  const raw = await openRaw(url);
  const application = await inTurns(
    rounds,
    () => rate(CLIENTS, TURN, single),
    () => rate(CLIENTS, TURN, (client) => raw.allocate(client, admin.orgId, pick())),
  );
  await raw.close();

  const distribution = { mode: 'even', amount: memberIds.length } as const;
  const batch = async () => {
    const started = performance.now();
    const { people } = await distributeCredits(admin, { distribution, idempotencyKey: newId('request') });
    return people / ((performance.now() - started) / 1_000);
  };
  const batches = await inTurns(rounds, batch, () => rate(CLIENTS, TURN, single));
  return [
    {
      what: `application ÷ the SQL function alone, ${CLIENTS} connections, one pool, ${WALLETS} wallets`,
      value: `${application.one.toFixed(0)}/s`,
      against: `${application.other.toFixed(0)}/s`,
      ratio: application.ratio,
      aim: AIM.application,
    },
    {
      what: `transfers in a batch for ${memberIds.length} people ÷ one by one, ${CLIENTS} connections`,
      value: `${batches.one.toFixed(0)}/s`,
      against: `${batches.other.toFixed(0)}/s`,
      ratio: batches.ratio,
      aim: AIM.batch,
    },
  ];
}

/** The same SQL function through the driver, each client with its own connection and a prepared statement. */
async function openRaw(url: string) {
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  return {
    allocate(client: number, orgId: string, memberId: string) {
      const key = newId('request');
      const meta = { key, hash: sha256Hex(key), actor: 'system:bench' };
      return clients[client]?.query({
        name: 'allocate',
        text: 'select ledger_allocate($1, $2::jsonb, $3, $4::int) as result',
        values: [orgId, JSON.stringify(meta), memberId, 1],
      }) as Promise<unknown>;
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}

/** What the usage page asks for; how much lies in it grows with the history. */
const MONTH = { from: plus(new Date(), -30 * DAY), to: new Date() };

type Place = { cursor: string; memberId: string };

type Page = { what: string; aim?: Row['aim']; read(team: BenchTeam): Promise<unknown> };

type Teams = { small: BenchTeam; large: BenchTeam };

async function preparePages(db: Db, transfers: number): Promise<Teams> {
  const small = await makeBenchTeam(db, PEOPLE);
  await writeHistory(db, small, 1_000);
  const started = performance.now();
  const large = await makeBenchTeam(db, PEOPLE);
  await writeHistory(db, large, transfers);
  await db.execute(sql`vacuum analyze`);
  const took = ((performance.now() - started) / 1_000).toFixed(0);
  process.stdout.write(`${transfers} transfers of ${PEOPLE} people written in ${took} s\n`);
  return { small, large };
}

async function benchPages(db: Db, teams: Teams, transfers: number, rounds: number): Promise<Row[]> {
  const on = (team: BenchTeam): BenchTeam => ({ ...team, admin: { ...team.admin, db } });
  const [small, large] = [on(teams.small), on(teams.large)];
  const places = await findPlaces(db, [small, large]);
  const pages: Page[] = [
    {
      what: 'statement, first page',
      aim: AIM.page,
      read: ({ admin }) => listStatement(admin, { kind: 'pool' }),
    },
    {
      what: 'statement, a page in the middle',
      aim: AIM.page,
      read: (team) => listStatement(team.admin, { kind: 'pool' }, { cursor: places.get(team)?.cursor }),
    },
    {
      what: 'statement of one wallet, five lines',
      aim: AIM.page,
      read: (team) =>
        listStatement(
          team.admin,
          { kind: 'wallet', memberId: places.get(team)?.memberId ?? '' },
          { limit: 5 },
        ),
    },
    { what: 'credits overview', read: ({ admin }) => getOverview(admin) },
    { what: 'wallets, first page', aim: AIM.page, read: ({ admin }) => listWallets(admin) },
    { what: 'usage of 30 days by person', read: ({ admin }) => listUsage(admin, { by: 'member', ...MONTH }) },
    { what: 'spend a day, 30 days', read: ({ admin }) => listSpendByDay(admin, MONTH) },
    { what: 'totals of 30 days', read: ({ admin }) => getTotals(admin, MONTH) },
  ];
  const rows: Row[] = [];
  for (const page of pages) {
    for (let warm = 0; warm < 5; warm += 1) await Promise.all([page.read(large), page.read(small)]);
    const compared = await inTurns(
      rounds,
      () => time(() => page.read(large)),
      () => time(() => page.read(small)),
    );
    rows.push({
      what: `${page.what}: ${transfers} transfers ÷ 1,000, ${PEOPLE} people`,
      value: `${compared.one.toFixed(2)} ms`,
      against: `${compared.other.toFixed(2)} ms`,
      ratio: compared.ratio,
      aim: page.aim,
    });
  }
  return rows;
}

/** A place in the middle of each team's pool, and whose wallet has moves in either team. */
async function findPlaces(db: Db, teams: BenchTeam[]): Promise<Map<BenchTeam, Place>> {
  const places = new Map<BenchTeam, Place>();
  for (const team of teams) {
    const [place] = await selectRows<Place>(
      db,
      sql`
        select (b.version / 2)::text as cursor, (
          select w.member_id from ledger_account w
          where w.organization_id = a.organization_id and w.kind = 'wallet' order by w.id limit 1
        ) as "memberId"
        from ledger_balance b join ledger_account a on a.id = b.account_id
        where a.organization_id = ${team.system.orgId} and a.kind = 'pool'`,
    );
    if (place) places.set(team, place);
  }
  return places;
}
