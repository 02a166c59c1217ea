/**
 * Every operation of the ledger at once on one team, many of them sent twice. Afterwards the ledger must hold exactly what was
 * acknowledged: nothing made, nothing lost, nothing below zero.
 */
import { expect } from 'vitest';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { chargeBack } from '@/features/credits/charge-back';
import { distributeCredits } from '@/features/credits/distribute';
import { grantCredits } from '@/features/credits/grant';
import { holdCredits } from '@/features/credits/hold';
import { keepPromise } from '@/features/credits/keep-promise';
import { openWallet } from '@/features/credits/open-wallet';
import { promiseCredits } from '@/features/credits/promise';
import { purchaseCredits } from '@/features/credits/purchase';
import { getOverview } from '@/features/credits/queries';
import { reassignCredits } from '@/features/credits/reassign';
import { reclaimCredits } from '@/features/credits/reclaim';
import { refundToWallet } from '@/features/credits/refund';
import { returnPromise } from '@/features/credits/return-promise';
import { returnRefund } from '@/features/credits/return-refund';
import { returnWallet } from '@/features/credits/return-wallet';
import { reverseChargeBack } from '@/features/credits/reverse-charge-back';
import { addsUp } from '@/features/credits/rules';
import { settleHold } from '@/features/credits/settle';
import { takeBackCredits } from '@/features/credits/take-back';
import { voidHold } from '@/features/credits/void';
import { isAppError } from '@/lib/errors';
import { makeMember, makeTeam, systemCtx } from './factories';
import { expectLedgerClean, openTeamLedger, recordPayment } from './ledger';
import { inParallel, type Random } from './random';

export type MixOptions = {
  /** Operations in all; half of the keys come twice. */
  operations: number;
  /** At once. */
  clients: number;
  people?: number;
  random: Random;
};

/** What an acknowledged operation changed, as far as the overview counts it. */
type Effect = Partial<Record<'issued' | 'used' | 'refunded' | 'promised', number>>;
type Answer = { effect: Effect /** Equal for the same request, whenever it is answered. */; same: unknown };
type Operation = { kind: string; key: string; run(): Promise<Answer> };
type Maker = (key: string) => Omit<Operation, 'key'> & { key?: string };

/** Credits of each payment. */
const PACK = 20;

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
  const system = systemCtx(db, team.orgId, 'mix');
  const { admin } = team;
  const memberIds: string[] = [];
  for (let each = 0; each < people; each += 1) {
    const { memberId } = await makeMember(db, team.orgId, 'member');
    await openWallet(system, { memberId });
    memberIds.push(memberId);
  }
  const paymentIds: string[] = [];
  for (let each = 0; each < payments; each += 1) {
    paymentIds.push(await recordPayment(db, team.orgId, admin.memberId, PACK));
  }
  const serial = team.orgId.slice(-10);
  const member = () => random.pick(memberIds);
  const amount = () => random.int(1, 6);
  const start = await getOverview(admin.ctx);

  function operation(at: number): Operation {
    const key = `mix-${serial}-${at}`;
    const make = random.pick(MAKERS);
    return { key, ...make(key) };
  }

  const moves = (transferId: string | null | undefined, effect: Effect = {}): Answer => ({
    same: transferId,
    effect,
  });

  const MAKERS: Maker[] = [
    (idempotencyKey) => {
      const input = { memberId: member(), amount: amount(), idempotencyKey };
      return {
        kind: 'allocate',
        run: async () => moves((await allocateCredits(admin.ctx, input)).transferId),
      };
    },
    (idempotencyKey) => {
      const [fromMemberId = '', toMemberId = ''] = random.shuffle(memberIds);
      const input = { fromMemberId, toMemberId, amount: amount(), idempotencyKey };
      return {
        kind: 'reassign',
        run: async () => moves((await reassignCredits(admin.ctx, input)).transferId),
      };
    },
    (idempotencyKey) => {
      const input = { memberId: member(), amount: amount(), idempotencyKey };
      return { kind: 'reclaim', run: async () => moves((await reclaimCredits(admin.ctx, input)).transferId) };
    },
    (idempotencyKey) => {
      const chosen = random.shuffle(memberIds).slice(0, 5);
      const plan = random.chance(0.5)
        ? ({ mode: 'even', amount: 10, memberIds: chosen } as const)
        : ({ mode: 'top-up', target: 8, memberIds: chosen } as const);
      return {
        kind: 'distribute',
        run: async () => moves((await distributeCredits(admin.ctx, { plan, idempotencyKey })).operationId),
      };
    },
    (generationId) => {
      const input = { generationId, memberId: member(), amount: amount() };
      const charged = random.int(0, input.amount);
      return {
        kind: 'hold, settle, pay back',
        run: async () => {
          await holdCredits(system, input);
          const { settled, holdId } = await settleHold(system, { generationId, amount: charged });
          if (settled < 2) return moves(holdId, { used: settled });
          const back = { generationId, amount: 1, idempotencyKey: generationId };
          await refundToWallet(system, back);
          return moves(holdId, { used: settled - 1 });
        },
      };
    },
    (generationId) => {
      const input = { generationId, memberId: member(), amount: amount() };
      return {
        kind: 'hold, void',
        run: async () => {
          await holdCredits(system, input);
          return moves((await voidHold(system, { generationId })).holdId);
        },
      };
    },
    (generationId) => {
      const input = { generationId, memberId: member(), amount: amount() };
      return { kind: 'hold', run: async () => moves((await holdCredits(system, input)).holdId) };
    },
    (invitationId) => {
      const input = { invitationId, amount: amount() };
      const memberId = member();
      const kept = random.chance(0.5);
      return {
        kind: kept ? 'promise, keep' : 'promise, return',
        run: async () => {
          const { transferId } = await promiseCredits(admin.ctx, input);
          try {
            if (kept) await keepPromise(system, { invitationId, memberId });
            else await returnPromise(admin.ctx, { invitationId });
            return moves(transferId);
          } catch (error) {
            // Whom it was promised has left meanwhile: it stays promised.
            if (isAppError(error) && error.code === 'not_found')
              return moves(transferId, { promised: input.amount });
            throw error;
          }
        },
      };
    },
    (invitationId) => {
      const input = { invitationId, amount: 1 };
      return {
        kind: 'promise',
        run: async () => moves((await promiseCredits(admin.ctx, input)).transferId, { promised: 1 }),
      };
    },
    (idempotencyKey) => {
      const input = { amount: amount(), idempotencyKey };
      return {
        kind: 'grant',
        run: async () => moves((await grantCredits(system, input)).transferId, { issued: input.amount }),
      };
    },
    // A payment's own life, all of it or the beginning of it. Its credits come once, whoever brings it.
    () => {
      const paymentId = random.pick(paymentIds);
      return {
        kind: 'purchase',
        key: `purchase-${paymentId}`,
        run: async () =>
          moves((await purchaseCredits(system, { amount: PACK, paymentId })).transferId, { issued: PACK }),
      };
    },
    (refundId) => {
      const input = { paymentId: random.pick(paymentIds), refundId, credits: random.int(0, PACK) };
      const returned = random.chance(0.5);
      return {
        kind: returned ? 'take back, return' : 'take back',
        run: async () => {
          const { credits, operationId } = await takeBackCredits(system, input);
          if (!returned) return moves(operationId, { refunded: credits });
          await returnRefund(system, { refundId });
          return moves(operationId);
        },
      };
    },
    (disputeId) => {
      const input = { paymentId: random.pick(paymentIds), disputeId, credits: random.int(1, PACK) };
      const won = random.chance(0.7);
      return {
        kind: won ? 'charge back, reverse' : 'charge back',
        run: async () => {
          const { credits, operationId } = await chargeBack(system, input);
          if (!won) return moves(operationId, { refunded: credits });
          await reverseChargeBack(system, { disputeId });
          return moves(operationId);
        },
      };
    },
    () => {
      // A handful of people leave, each of them once.
      const memberId = random.pick(memberIds.slice(0, 3));
      if (!random.chance(0.05)) {
        const input = { memberId: member(), amount: 1, idempotencyKey: `late-${serial}-${random.next()}` };
        return {
          kind: 'allocate',
          key: input.idempotencyKey,
          run: async () => moves((await allocateCredits(admin.ctx, input)).transferId),
        };
      }
      return {
        kind: 'leave',
        key: `leave-${memberId}`,
        run: async () => {
          await returnWallet(admin.ctx, { memberId });
          return moves(null);
        },
      };
    },
  ];

  async function expectExactly(effects: Effect[]): Promise<void> {
    // A recorded payment has its credits, sooner or later.
    for (const paymentId of paymentIds) {
      const { replayed } = await purchaseCredits(system, { amount: PACK, paymentId });
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
  }

  return { operation, expectExactly };
}
