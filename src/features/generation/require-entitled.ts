import type { Entitlements } from '@/features/billing/entitlement-rules';
import { AppError } from '@/lib/errors';
import { currentTexts } from '@/texts/current-texts';
import { locksOf, tierOfWish, type Wish, wayTo } from './lock-rules';

/**
 * Throws `forbidden` when the team's tier lacks part of the wish. The message names all of it and what brings it; `details` has the
 * first `entitlement` that is missing, the team's `tier` and the tier the whole wish `needs`.
 */
export function requireEntitled(has: Entitlements, wish: Wish): void {
  const texts = currentTexts();
  const locks = locksOf(has, wish, texts);
  const [first] = locks;
  if (!first) return;
  const needs = tierOfWish(wish);
  const reasons = locks.map(({ message }) => message).join(' ');
  const message = texts.t('generation.refused.notInPlan', { reasons, way: wayTo(needs, texts) });
  throw new AppError('forbidden', message, {
    reason: 'not_in_plan',
    entitlement: first.entitlement,
    tier: has.tier,
    needs,
  });
}
