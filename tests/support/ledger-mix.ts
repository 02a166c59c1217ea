/**
 * Every operation of the ledger at once on one team, many of them sent twice. Afterwards the ledger must hold exactly what was
 * acknowledged: nothing made, nothing lost, nothing below zero.
 */
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import { openWallet } from '@/features/credits/open-wallet';
import { purchaseCredits } from '@/features/credits/purchase';
import { getOverview } from '@/features/credits/queries';
import { addsUp } from '@/features/credits/rules';
import { isAppError } from '@/lib/errors';
import { makeMember, makeTeam, systemCtx } from './factories';
import { expectLedgerClean, openTeamLedger, recordPayment } from './ledger';
import {
  type Answer,
  creditMakers,
  type Effect,
  type MixWorld,
  type Operation,
  PACK,
} from './ledger-mix-operations';
import { peopleMakers } from './ledger-mix-people';
import { inParallel, type Random } from './random';

export type MixOptions = {
  /** Operations in all; half of the keys come twice. */
  operations: number;
  /** At once. */
  clients: number;
  people?: number;
  random: Random;
};

/** Share of what people do with each other: it writes notices and renders mails, which takes longer than moving credits. */
const PEOPLE = 0.15;

/** The refusals that a crowded pool may answer; anything else, a deadlock above all, fails the run. */
const REFUSALS = ['insufficient_credits', 'conflict', 'not_found'];

export type MixResult = {
  done: Record<string, number>;
  refused: number;
  replayed: number;
  perSecond: number;
};

export async function runMix(db: Db, options: MixOptions): Promise<MixResult> {
  const { random, operations, clients, people = 40 } = options;
  const world = await makeWorld(db, people, Math.ceil(operations / 25), random);
  const distinct = Array.from({ length: Math.ceil((operations * 2) / 3) }, (_, at) => world.operation(at));
  const repeated = distinct.filter((_, at) => at % 2 === 0).slice(0, operations - distinct.length);
  const sequence = random.shuffle([...distinct, ...repeated]);

  const started = performance.now();
  const answers = await inParallel(
    sequence.map((operation) => async () => ({ operation, answer: await attempt(operation) })),
    clients,
  );
  const seconds = (performance.now() - started) / 1_000;

  const first = new Map<string, Answer>();
  const result: MixResult = { done: {}, refused: 0, replayed: 0, perSecond: sequence.length / seconds };
  for (const { operation, answer } of answers) {
    const known = first.get(operation.key);
    if (!answer) result.refused += 1;
    else if (known) {
      expect(answer.same, `${operation.kind} answers twice alike`).toEqual(known.same);
      result.replayed += 1;
    } else {
      first.set(operation.key, answer);
      result.done[operation.kind] = (result.done[operation.kind] ?? 0) + 1;
    }
  }
  await world.expectExactly([...first.values()].map(({ effect }) => effect));
  return result;
}

async function attempt(operation: Operation): Promise<Answer | null> {
  try {
    return await operation.run();
  } catch (error) {
    if (isAppError(error) && REFUSALS.includes(error.code)) return null;
    throw error;
  }
}

async function makeWorld(db: Db, people: number, payments: number, random: Random) {
  const team = await makeTeam(db);
  await openTeamLedger(team, 40 * people);
  const { admin } = team;
  const world: MixWorld = {
    team,
    system: systemCtx(db, team.orgId, 'mix'),
    people: [],
    paymentIds: [],
    random,
  };
  for (let each = 0; each < people; each += 1) {
    const person = await makeMember(db, team.orgId, 'member');
    await openWallet(world.system, { memberId: person.memberId });
    world.people.push(person);
  }
  for (let each = 0; each < payments; each += 1) {
    world.paymentIds.push(await recordPayment(db, team.orgId, admin.memberId, PACK));
  }
  const ofCredits = creditMakers(world);
  const ofPeople = peopleMakers(world);
  const serial = team.orgId.slice(-10);
  const start = await getOverview(admin.ctx);

  function operation(at: number): Operation {
    const key = `mix-${serial}-${at}`;
    const make = random.pick(random.chance(PEOPLE) ? ofPeople : ofCredits);
    return { key, ...make(key) };
  }

  async function expectExactly(effects: Effect[]): Promise<void> {
    // A recorded payment has its credits, sooner or later.
    for (const paymentId of world.paymentIds) {
      const { replayed } = await purchaseCredits(world.system, { amount: PACK, paymentId });
      if (!replayed) effects.push({ issued: PACK });
    }
    const after = await getOverview(admin.ctx);
    const total = (name: keyof Effect) =>
      effects.reduce((sum, effect) => sum + (effect[name] ?? 0), start[name]);
    expect({
      issued: after.issued,
      used: after.used,
      refunded: after.refunded,
      promised: after.promised,
    }).toEqual({
      issued: total('issued'),
      used: total('used'),
      refunded: total('refunded'),
      promised: total('promised'),
    });
    expect(addsUp(after), JSON.stringify(after)).toBe(true);
    expect(
      Math.min(after.pool, after.wallets - after.held, after.held, after.promised, after.owed),
    ).toBeGreaterThanOrEqual(0);
    await expectLedgerClean(db, team.orgId);
    expect(await askedByNobody(db, team.orgId)).toEqual([]);
  }

  return { operation, expectExactly };
}

/** Open requests of people who have left. */
function askedByNobody(db: Db, orgId: OrgId) {
  return selectRows(
    db,
    sql`select r.id, r.member_id from credit_request r left join member m on m.id = r.member_id
      where r.organization_id = ${orgId} and r.status = 'pending' and m.id is null`,
  );
}
