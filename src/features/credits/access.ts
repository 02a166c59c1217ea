/** Who may do what the permission table cannot say: posting what money does, giving credits out of nothing, acting on a wallet. */
import type { Actor } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import { say } from '@/texts/current-texts';

/** What a payment, a dispute or an accepted invitation brings is posted by the product, where it has seen it; by nobody's hand. */
export function requireProduct(actor: Actor): void {
  if (actor.kind !== 'system' && actor.kind !== 'webhook')
    throw new AppError('forbidden', say('credits.refused.notMade'));
}

/** Credits are given for free, and charges returned, by the product or by support with a reason; never by a member. */
export function requireIssuer(actor: Actor): void {
  if (actor.kind !== 'staff') requireProduct(actor);
  else if (actor.reason.trim() === '') throw new AppError('forbidden', say('credits.refused.reason'));
}

/** A member acts on their own wallet: its member. Admins act on any of the team's, the product on all: undefined. */
export function ownWalletOnly(actor: Actor): string | undefined {
  return actor.kind === 'member' && !roleMay(actor.role, 'credits:allocate') ? actor.memberId : undefined;
}

/** The same as a check: for others the wallet does not exist. */
export function requireWalletAccess(actor: Actor, memberId: string): void {
  const only = ownWalletOnly(actor);
  if (only !== undefined && only !== memberId) throw notFound('wallet');
}
