import type { Ctx } from '@/db/context';
import { listCreditGivers } from '@/features/credits/queries';
import { AppError, isAppError } from '@/lib/errors';
import { formatCredits } from '@/lib/money';

/** An `insufficient_credits` that also says whom to ask; anything else comes back unchanged. */
export async function explainShortage(ctx: Ctx, error: unknown): Promise<unknown> {
  if (!isAppError(error, 'insufficient_credits')) return error;
  const admins = await listCreditGivers(ctx);
  const { available, needed } = error.details ?? {};
  const names = admins.map(({ name }) => name).join(', ');
  return new AppError(
    'insufficient_credits',
    `You have ${formatCredits(Number(available))} free, this needs ${needed}. Not charged. Ask ${names} for credits.`,
    { available, needed, admins },
  );
}
