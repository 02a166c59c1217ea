/** The operations of the mix that move credits with one call each, or a few in a row. */
import type { Ctx } from '@/db/context';
import { allocateCredits } from '@/features/credits/allocate';
import { chargeBack } from '@/features/credits/charge-back';
import { distributeCredits } from '@/features/credits/distribute';
import { grantCredits } from '@/features/credits/grant';
import { holdCredits } from '@/features/credits/hold';
import { keepPromise } from '@/features/credits/keep-promise';
import { promiseCredits } from '@/features/credits/promise';
import { purchaseCredits } from '@/features/credits/purchase';
import { reassignCredits } from '@/features/credits/reassign';
import { reclaimCredits } from '@/features/credits/reclaim';
import { refundToWallet } from '@/features/credits/refund';
import { returnPromise } from '@/features/credits/return-promise';
import { returnRefund } from '@/features/credits/return-refund';
import { reverseChargeBack } from '@/features/credits/reverse-charge-back';
import { settleHold } from '@/features/credits/settle';
import { voidHold } from '@/features/credits/void';
import { withdrawForRefund } from '@/features/credits/withdraw-for-refund';
import { isAppError } from '@/lib/errors';
import type { TestMember, TestTeam } from './factories';
import type { Random } from './random';

/** What an acknowledged operation changed, as far as the overview counts it. */
export type Effect = Partial<Record<'issued' | 'used' | 'refunded' | 'promised', number>>;
export type Answer = {
  effect: Effect /** Equal for the same request, whenever it is answered. */;
  same: unknown;
};
export type Operation = { kind: string; key: string; run(): Promise<Answer> };
export type Maker = (key: string) => Omit<Operation, 'key'> & { key?: string };

/** Credits of each payment. */
export const PACK = 20;

export type MixWorld = {
  team: TestTeam;
  system: Ctx;
  people: TestMember[];
  paymentIds: string[];
  random: Random;
};

export const moves = (same: string | null | undefined, effect: Effect = {}): Answer => ({ same, effect });

export function creditMakers({ team, system, people, paymentIds, random }: MixWorld): Maker[] {
  const { admin } = team;
  const memberIds = people.map(({ memberId }) => memberId);
  const member = () => random.pick(memberIds);
  const amount = () => random.int(1, 6);
  return [
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
      const distribution = random.chance(0.5)
        ? ({ mode: 'even', amount: 10, memberIds: chosen } as const)
        : ({ mode: 'top-up', target: 8, memberIds: chosen } as const);
      return {
        kind: 'distribute',
        run: async () =>
          moves((await distributeCredits(admin.ctx, { distribution, idempotencyKey })).operationId),
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
      const input = { memberId: member(), amount: amount(), idempotencyKey };
      return {
        kind: 'grant to a wallet',
        run: async () => moves((await grantCredits(system, input)).transferId, { issued: input.amount }),
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
          const { credits, operationId } = await withdrawForRefund(system, input);
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
  ];
}
