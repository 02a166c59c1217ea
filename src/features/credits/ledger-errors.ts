/** What the ledger's SQL functions refuse, as the person reads it. Their codes are listed in 20-ledger-2-core.sql. */
import { z } from 'zod';
import { pgError } from '@/db/errors';
import { AppError, notFound } from '@/lib/errors';
import { formatCredits } from '@/lib/money';

const shortfall = z.object({ account: z.string(), available: z.number(), needed: z.number() });
const refusal = z.object({
  reason: z.enum([
    'debt',
    'resolved',
    'over_hold',
    'over_refund',
    'promise_ended',
    'alone',
    'nobody',
    'too_few_each',
    'all_have_enough',
    'changed',
  ]),
});

const REFUSALS: Record<z.infer<typeof refusal>['reason'], string> = {
  debt: 'Your team owes credits after a disputed payment. Buy a pack to repay them. Not charged.',
  resolved: 'These held credits were already settled or released.',
  over_hold: 'This would charge more than was held.',
  over_refund: 'This would return more than was charged.',
  promise_ended: 'The credits of this invitation were already given or returned.',
  alone: 'You are the only person in this team: its credits are already in your wallet.',
  nobody: 'Nobody is in this department. Nothing was moved.',
  too_few_each: 'There are fewer credits than people. Choose fewer people or more credits.',
  all_have_enough: 'Everybody already has that many. Choose a higher number.',
  changed: 'Balances changed since you saw the preview. Nothing was moved.',
};

/** An `AppError` for a refusal of the ledger; anything else comes back unchanged. */
export function toLedgerError(error: unknown): unknown {
  const found = pgError(error);
  switch (found?.code) {
    case 'HC402':
      return insufficient(shortfall.parse(JSON.parse(found.detail ?? '')));
    case 'HC404':
      return notFound('walletOrHold');
    case 'HC409':
      return mismatch();
    case 'HC423': {
      const { reason } = refusal.parse(JSON.parse(found.detail ?? ''));
      return new AppError('conflict', REFUSALS[reason], { reason });
    }
    case '23505':
      return uniqueViolation(found.constraint) ?? error;
    default:
      return error;
  }
}

function uniqueViolation(constraint: string | undefined): AppError | null {
  switch (constraint) {
    // Two different requests raced with one key (the same request would have waited for the first one's locks).
    case 'ledger_transfer_key':
    case 'ledger_operation_key':
    case 'credit_hold_generation_id_unique':
      return mismatch();
    case 'ledger_transfer_purchase':
      return new AppError('conflict', 'This payment already granted its credits to another team.');
    default:
      return null;
  }
}

function insufficient({ account, available, needed }: z.infer<typeof shortfall>): AppError {
  const where = account === 'wallet' ? 'wallet' : 'pool';
  return new AppError(
    'insufficient_credits',
    `The ${where} has ${formatCredits(available)} free, ${needed} ${needed === 1 ? 'is' : 'are'} needed. Nothing was moved.`,
    { available, needed },
  );
}

function mismatch(): AppError {
  return new AppError('idempotency_mismatch', 'This key was already used for another request.');
}
