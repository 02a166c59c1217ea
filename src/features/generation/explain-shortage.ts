import type { Ctx } from '@/db/context';
import { listCreditGivers } from '@/features/credits/queries';
import { AppError, isAppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/** An `insufficient_credits` that also says whom to ask; anything else comes back unchanged. */
export async function explainShortage(ctx: Ctx, error: unknown): Promise<unknown> {
  if (!isAppError(error, 'insufficient_credits')) return error;
  const admins = await listCreditGivers(ctx);
  const { available, needed } = error.details ?? {};
  const message = say('generation.refused.short', {
    available: Number(available),
    needed: Number(needed),
    helpers: admins.map(({ name }) => name).join(', '),
  });
  return new AppError('insufficient_credits', message, { available, needed, admins });
}
