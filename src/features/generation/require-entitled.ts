import type { Entitlements } from '@/features/billing/entitlement-rules';
import { AppError } from '@/lib/errors';
import { locksOf, tierOfWish, type Wish, wayTo } from './lock-rules';

/**
 * Throws `forbidden` when the team's tier lacks part of the wish. The message names all of it and what brings it; `details` has the
 * first `entitlement` that is missing, the team's `tier` and the tier the whole wish `needs`.
 */
export function requireEntitled(has: Entitlements, wish: Wish): void {
  const locks = locksOf(has, wish);
  const [first] = locks;
  if (!first) return;
  const needs = tierOfWish(wish);
  const reasons = locks.map(({ message }) => message).join(' ');
  throw new AppError('forbidden', `${reasons} ${wayTo(needs)} Not charged.`, {
    reason: 'not_in_plan',
    entitlement: first.entitlement,
    tier: has.tier,
    needs,
  });
}
