/** What the ledger's SQL functions refuse, as the person reads it. Their codes are listed in 20-ledger-2-core.sql. */
import { z } from 'zod';
import { pgError } from '@/db/errors';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';

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
      return new AppError('conflict', say(`credits.refused.${reason}`), { reason });
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
      return new AppError('conflict', say('credits.refused.otherTeam'));
    default:
      return null;
  }
}

function insufficient({ account, available, needed }: z.infer<typeof shortfall>): AppError {
  const where = account === 'wallet' ? 'wallet' : 'pool';
  return new AppError('insufficient_credits', say(`credits.refused.tooFew.${where}`, { available, needed }), {
    available,
    needed,
  });
}

function mismatch(): AppError {
  return new AppError('idempotency_mismatch', say('credits.refused.otherRequest'));
}
