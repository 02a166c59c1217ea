/** What comes in from outside, checked again inside every verb: a job or a test passes the same gate as a form. */
import { z } from 'zod';
import { cursorInput, ID_CURSOR, LINE_CURSOR } from '@/lib/cursor-input';
import { dayInput } from '@/lib/date-input';
import { textKey } from '@/texts/message-key';
import { MAX_AMOUNT } from './rules';

const amountInput = z
  .number({ error: textKey('credits.input.number') })
  .int(textKey('credits.input.whole'))
  .positive(textKey('credits.input.least'))
  .max(MAX_AMOUNT, textKey('credits.input.most'));

const id = z.string().min(1).max(100);
const idempotencyKey = z.string().trim().min(1).max(200);
const note = z.string().trim().max(200, textKey('credits.input.note')).optional();

export const memberInput = z.object({ memberId: id });

export const allocateInput = z.object({ memberId: id, amount: amountInput, idempotencyKey, note });
export const reclaimInput = allocateInput;
export const reassignInput = z
  .object({ fromMemberId: id, toMemberId: id, amount: amountInput, idempotencyKey, note })
  .refine((input) => input.fromMemberId !== input.toMemberId, {
    path: ['toMemberId'],
    message: textKey('credits.input.otherPerson'),
  });

export const grantInput = z.object({
  /** Straight into this member's wallet; without it into the pool. */
  memberId: id.optional(),
  amount: amountInput,
  /** Names the reason once, e.g. `first-team:usr_…`: the same key never grants twice. */
  idempotencyKey,
  note,
});
export const purchaseInput = z.object({ amount: amountInput, paymentId: id });

const MAX_CHOSEN = 5_000;

const chosen = {
  /** Without either: everybody in the team. */
  memberIds: z
    .array(id)
    .min(1, textKey('credits.input.somebody'))
    .max(MAX_CHOSEN, textKey('credits.input.mostAtOnce'))
    .optional(),
  department: z.string().trim().min(1).max(60).optional(),
};
export const distributionInput = z.discriminatedUnion('mode', [
  /** The whole pool, or `amount` of it, in equal parts. */
  z.strictObject({ mode: z.literal('even'), amount: amountInput.optional(), ...chosen }),
  /** Everybody who has fewer free credits than `target` gets the difference. */
  z.strictObject({ mode: z.literal('top-up'), target: amountInput, ...chosen }),
]);
export const distributeInput = z.object({
  distribution: distributionInput,
  /** Names the preview that was shown: with another outcome nothing moves. */
  expected: z.string().max(100).optional(),
  idempotencyKey,
  note,
});

/** Whole credits of a payment; zero is a refund or a dispute that is about no credits. */
const paymentCredits = z.number().int().min(0).max(MAX_AMOUNT);
export const withdrawForRefundInput = z.object({ paymentId: id, refundId: id, credits: paymentCredits });
export const returnRefundInput = z.object({ refundId: id });
export const chargeBackInput = z.object({ paymentId: id, disputeId: id, credits: paymentCredits });
export const reverseChargeBackInput = z.object({ disputeId: id });

export const promiseInput = z.object({ invitationId: id, amount: amountInput });
export const keepPromiseInput = z.object({ invitationId: id, memberId: id });
export const returnPromiseInput = z.object({ invitationId: id });

export const holdInput = z.object({ generationId: id, memberId: id, amount: amountInput });
export const settleInput = z.object({
  generationId: id,
  amount: z.number().int().min(0).max(MAX_AMOUNT),
  /** How many pictures the amount pays for; only counted, e.g. for "credits a headshot". */
  pictures: z.number().int().min(0).max(1_000).optional(),
});
export const voidInput = z.object({ generationId: id });
export const refundInput = z.object({ generationId: id, amount: amountInput, idempotencyKey, note });

export type AllocateInput = z.input<typeof allocateInput>;
export type ReclaimInput = z.input<typeof reclaimInput>;
export type ReassignInput = z.input<typeof reassignInput>;
export type GrantInput = z.input<typeof grantInput>;
export type PurchaseInput = z.input<typeof purchaseInput>;
const answer = z.string().trim().max(500, textKey('credits.input.answer'));
export const requestCreditsInput = z.object({ amount: amountInput, note: answer.optional() });
export const approveRequestInput = z.object({
  requestId: id,
  /** Without it: what was asked for. */
  amount: amountInput.optional(),
  answer: answer.optional(),
});
export const declineRequestInput = z.object({
  requestId: id,
  answer: answer.min(1, textKey('credits.input.why')),
});
export const withdrawRequestInput = z.object({ requestId: id });

export type RequestCreditsInput = z.input<typeof requestCreditsInput>;
export type ApproveRequestInput = z.input<typeof approveRequestInput>;
export type DeclineRequestInput = z.input<typeof declineRequestInput>;
export type WithdrawRequestInput = z.input<typeof withdrawRequestInput>;
export type DistributionInput = z.input<typeof distributionInput>;
export type DistributeInput = z.input<typeof distributeInput>;
export type WithdrawForRefundInput = z.input<typeof withdrawForRefundInput>;
export type ReturnRefundInput = z.input<typeof returnRefundInput>;
export type ChargeBackInput = z.input<typeof chargeBackInput>;
export type ReverseChargeBackInput = z.input<typeof reverseChargeBackInput>;
export type PromiseInput = z.input<typeof promiseInput>;
export type KeepPromiseInput = z.input<typeof keepPromiseInput>;
export type ReturnPromiseInput = z.input<typeof returnPromiseInput>;
export type HoldInput = z.input<typeof holdInput>;
export type SettleInput = z.input<typeof settleInput>;
export type VoidInput = z.input<typeof voidInput>;
export type RefundInput = z.input<typeof refundInput>;
export type MemberInput = z.input<typeof memberInput>;

const limit = z.coerce.number().int().min(1).max(200).optional();

export const overviewQuery = z.object({
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(500).optional(),
  limit,
});
export const statementQuery = z.object({
  account: z.enum(['pool', 'wallet']).default('wallet'),
  member: id.optional(),
  format: z.enum(['json', 'csv']).default('json'),
  /** Kinds of moves, with commas between them. */
  kinds: z
    .string()
    .max(500)
    .transform((text) => text.split(','))
    .optional(),
  person: id.optional(),
  /** Days in UTC, both included. */
  from: dayInput.optional(),
  to: dayInput.optional(),
  direction: z.enum(['in', 'out']).optional(),
  cursor: cursorInput(LINE_CURSOR),
  limit,
});
export const allocateBody = z.strictObject({ memberId: id, amount: amountInput, note });
export const reassignBody = z.strictObject({
  fromMemberId: id,
  to: z.union([z.literal('pool'), z.strictObject({ memberId: id })]),
  amount: amountInput,
  note,
});

const distributeOptions = {
  preview: z.boolean().default(false),
  expected: z.string().max(100).optional(),
  note,
};
export const distributeBody = z.discriminatedUnion('mode', [
  distributionInput.options[0].extend(distributeOptions),
  distributionInput.options[1].extend(distributeOptions),
]);

export const requestsQuery = z.object({
  status: z.enum(['pending', 'approved', 'declined', 'withdrawn']).optional(),
  cursor: cursorInput(ID_CURSOR),
  limit,
});
export const requestCreditsBody = z.strictObject(requestCreditsInput.shape);
export const approveBody = z.strictObject(approveRequestInput.omit({ requestId: true }).shape);
export const declineBody = z.strictObject(declineRequestInput.omit({ requestId: true }).shape);
