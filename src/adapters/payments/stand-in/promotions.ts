/** Coupons, and the codes that buyers type for them. `HALF` and `FREE` are always there. */
import { record, seconds } from './events';
import { badRequest, missing } from './faults';
import type { Coupon, Discount, PromotionCode } from './objects/catalog';
import type { Metadata } from './objects/kept';
import { type Store, stripeId } from './store';

export type NewCoupon = {
  id?: string;
  percent_off?: number;
  amount_off?: number;
  currency?: string;
  duration?: 'once' | 'repeating' | 'forever';
  duration_in_months?: number;
  max_redemptions?: number;
  redeem_by?: number;
  name?: string;
  metadata?: Metadata | null;
};

export function addCoupon(store: Store, wanted: NewCoupon, now: Date): Coupon {
  if ((wanted.percent_off === undefined) === (wanted.amount_off === undefined)) {
    throw badRequest('You must specify either `percent_off` or `amount_off`.', { param: 'percent_off' });
  }
  const id = wanted.id ?? stripeId('co').slice(3, 11).toUpperCase();
  if (store.coupons[id]) {
    throw badRequest('Coupon already exists.', { code: 'resource_already_exists', param: 'id' });
  }
  const coupon: Coupon = {
    id,
    object: 'coupon',
    amount_off: wanted.amount_off ?? null,
    created: seconds(now),
    currency: wanted.currency ?? null,
    duration: wanted.duration ?? 'once',
    duration_in_months: wanted.duration_in_months ?? null,
    livemode: false,
    max_redemptions: wanted.max_redemptions ?? null,
    metadata: wanted.metadata ?? {},
    name: wanted.name ?? null,
    percent_off: wanted.percent_off ?? null,
    redeem_by: wanted.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  };
  store.coupons[id] = coupon;
  return coupon;
}

export function addPromotionCode(
  store: Store,
  wanted: {
    coupon: string;
    code?: string;
    max_redemptions?: number;
    expires_at?: number;
    metadata?: Metadata | null;
  },
  now: Date,
): PromotionCode {
  if (!store.coupons[wanted.coupon]) throw missing('coupon', wanted.coupon, 'promotion[coupon]');
  const code = (wanted.code ?? stripeId('x').slice(2, 10)).toUpperCase();
  if (Object.values(store.promotionCodes).some((known) => known.active && known.code === code)) {
    throw badRequest(`An active promotion code with \`code: ${code}\` already exists.`, { param: 'code' });
  }
  const promotionCode: PromotionCode = {
    id: stripeId('promo'),
    object: 'promotion_code',
    active: true,
    code,
    created: seconds(now),
    customer: null,
    expires_at: wanted.expires_at ?? null,
    livemode: false,
    max_redemptions: wanted.max_redemptions ?? null,
    metadata: wanted.metadata ?? {},
    promotion: { type: 'coupon', coupon: wanted.coupon },
    times_redeemed: 0,
  };
  store.promotionCodes[promotionCode.id] = promotionCode;
  return promotionCode;
}

/** What a fresh stand-in offers. */
export function seedPromotions(store: Store, now: Date): void {
  for (const [code, percent_off] of [
    ['HALF', 50],
    ['FREE', 100],
  ] as const) {
    if (store.coupons[code]) continue;
    addCoupon(store, { id: code, percent_off, name: `${percent_off}% off` }, now);
    addPromotionCode(store, { coupon: code, code }, now);
  }
}

/** The code that a buyer typed, if it can be used now. */
export function findPromotion(store: Store, typed: string, now: Date): PromotionCode | null {
  const found = Object.values(store.promotionCodes).find(
    (known) => known.active && known.code === typed.trim().toUpperCase(),
  );
  if (!found) return null;
  const coupon = store.coupons[found.promotion.coupon];
  if (!coupon || isOver(found.expires_at, now) || isOver(coupon.redeem_by, now)) return null;
  return isUsedUp(found) || isUsedUp(coupon) ? null : found;
}

/** The coupon that a request names. */
export function findCoupon(store: Store, named: { coupon?: string; promotion_code?: string }): Coupon {
  const code = named.promotion_code ? store.promotionCodes[named.promotion_code] : undefined;
  if (named.promotion_code && !code) throw missing('promotion code', named.promotion_code, 'discounts');
  const id = code?.promotion.coupon ?? named.coupon ?? '';
  const coupon = store.coupons[id];
  if (!coupon) throw missing('coupon', id, 'discounts');
  return coupon;
}

/** The same, for a new page. Throws Stripe's 400 when nobody can use it any more. */
export function findUsableCoupon(
  store: Store,
  named: { coupon?: string; promotion_code?: string },
  now: Date,
): Coupon {
  const coupon = findCoupon(store, named);
  const code = named.promotion_code ? store.promotionCodes[named.promotion_code] : undefined;
  if (isOver(coupon.redeem_by, now) || isUsedUp(coupon)) {
    throw badRequest(`Coupon expired: ${coupon.id}`, { code: 'coupon_expired', param: 'discounts' });
  }
  if (code && (!code.active || isOver(code.expires_at, now) || isUsedUp(code))) {
    throw badRequest('This promotion code is expired or used up.', { param: 'discounts' });
  }
  return coupon;
}

function isOver(end: number | null | undefined, now: Date): boolean {
  return typeof end === 'number' && end <= seconds(now);
}

function isUsedUp(item: { max_redemptions: number | null; times_redeemed: number }): boolean {
  return item.max_redemptions !== null && item.times_redeemed >= item.max_redemptions;
}

/** Uses a coupon once: for one invoice, or for what a subscription still has to pay. */
export function redeem(
  store: Store,
  coupon: Coupon,
  of: Pick<Discount, 'checkout_session' | 'customer' | 'promotion_code' | 'subscription'>,
  now: Date,
): Discount {
  const code = of.promotion_code ? store.promotionCodes[of.promotion_code] : undefined;
  coupon.times_redeemed += 1;
  if (code) code.times_redeemed += 1;
  const end = coupon.duration === 'repeating' ? new Date(now) : null;
  end?.setUTCMonth(end.getUTCMonth() + (coupon.duration_in_months ?? 1));
  const discount: Discount = {
    id: stripeId('di'),
    object: 'discount',
    ...of,
    end: end ? seconds(end) : null,
    invoice: null,
    source: { type: 'coupon', coupon: coupon.id },
    start: seconds(now),
  };
  store.discounts[discount.id] = discount;
  if (discount.subscription) record(store, 'customer.discount.created', discount, now);
  return discount;
}

/** Cents that a coupon takes off. */
export function discountOf(
  coupon: { percent_off: number | null; amount_off: number | null },
  amount: number,
): number {
  if (coupon.percent_off !== null) return Math.round((amount * coupon.percent_off) / 100);
  return Math.min(coupon.amount_off ?? 0, amount);
}
