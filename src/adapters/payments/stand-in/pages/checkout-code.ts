import type { Session } from '../objects/checkout';
import { findPromotion } from '../promotions';
import { applyDiscount } from '../sessions';
import type { Store } from '../store';

/** Puts a typed code on an open page, or takes the one there off again (an empty one). Null, or what is wrong with it. */
export function applyCode(store: Store, session: Session, typed: string, now: Date): string | null {
  if (!session.allow_promotion_codes) return typed.trim() === '' ? null : NOT_TAKEN;
  if (typed.trim() === '') {
    applyDiscount(session, null, null);
    return null;
  }
  const found = findPromotion(store, typed, now);
  const coupon = found && store.coupons[found.promotion.coupon];
  if (!coupon) return NOT_TAKEN;
  applyDiscount(session, coupon, found.id);
  return null;
}

const NOT_TAKEN = 'This promotion code is invalid.';
