import { z } from 'zod';
import { expand, flag, id, isWithin, metadata, moments, page, positive } from '../params';
import { addCoupon, addPromotionCode } from '../promotions';
import { listing, type Route, retrieving, route, same } from '../routes';

const couponParams = z.strictObject({
  id: id.optional(),
  percent_off: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .transform(Number)
    .pipe(z.number().gt(0).max(100))
    .optional(),
  amount_off: positive.optional(),
  currency: z.string().length(3).optional(),
  duration: z.enum(['once', 'repeating', 'forever']).optional(),
  duration_in_months: positive.optional(),
  max_redemptions: positive.optional(),
  redeem_by: positive.optional(),
  name: z.string().max(40).optional(),
  metadata: metadata.optional(),
  expand,
});

const codeParams = z.strictObject({
  promotion: z.strictObject({ type: z.literal('coupon'), coupon: id }),
  code: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,500}$/)
    .optional(),
  max_redemptions: positive.optional(),
  expires_at: positive.optional(),
  metadata: metadata.optional(),
  expand,
});

export const COUPON_ROUTES: Route[] = [
  route('POST', '/v1/coupons', couponParams, ({ expand: _expand, ...input }, { store, now }) =>
    addCoupon(store, input, now),
  ),
  listing(
    '/v1/coupons',
    z.strictObject({ created: moments, ...page }),
    ({ store }) => Object.values(store.coupons),
    (coupon, { created }) => isWithin(coupon.created, created),
  ),
  retrieving('/v1/coupons', 'coupon', (store) => store.coupons),
  route('POST', '/v1/promotion_codes', codeParams, ({ promotion, ...input }, { store, now }) =>
    addPromotionCode(store, { ...input, coupon: promotion.coupon }, now),
  ),
  listing(
    '/v1/promotion_codes',
    z.strictObject({
      code: z.string().optional(),
      active: flag.optional(),
      coupon: id.optional(),
      created: moments,
      ...page,
    }),
    ({ store }) => Object.values(store.promotionCodes),
    (known, { code, active, coupon, created }) =>
      same(code?.toUpperCase(), known.code) &&
      same(active, known.active) &&
      same(coupon, known.promotion.coupon) &&
      isWithin(known.created, created),
  ),
  retrieving('/v1/promotion_codes', 'promotion code', (store) => store.promotionCodes),
];
