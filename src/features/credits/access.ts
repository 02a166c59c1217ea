/** Who may do what the permission table cannot say: issuing credits, and acting on somebody's own wallet. */
import type { Actor } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';

/** Credits come into being by the product itself (payments, plans) or by staff with a reason; never by a member. */
export function requireIssuer(actor: Actor): void {
  if (actor.kind === 'member') throw new AppError('forbidden', 'Credits are bought, not made.');
}

/** A member acts on their own wallet: its member. Admins act on any of the team's, the product on all: undefined. */
export function ownWalletOnly(actor: Actor): string | undefined {
  return actor.kind === 'member' && !roleMay(actor.role, 'credits:allocate') ? actor.memberId : undefined;
}

/** The same as a check: for others the wallet does not exist. */
export function requireWalletAccess(actor: Actor, memberId: string): void {
  const only = ownWalletOnly(actor);
  if (only !== undefined && only !== memberId) throw notFound('Wallet');
}
