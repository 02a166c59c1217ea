/** The API calls that the stand-in knows. Anything else is answered 404 by `server.ts`, so that nothing resolves by luck. */
import { CHARGE_ROUTES } from './resources/charges';
import { COUPON_ROUTES } from './resources/coupons';
import { CREDIT_NOTE_ROUTES } from './resources/credit-notes';
import { CUSTOMER_ROUTES } from './resources/customers';
import { DISPUTE_ROUTES } from './resources/disputes';
import { EVENT_ROUTES } from './resources/events';
import { INVOICE_ITEM_ROUTES } from './resources/invoice-items';
import { INVOICE_ROUTES } from './resources/invoices';
import { PAYMENT_INTENT_ROUTES } from './resources/payment-intents';
import { PAYMENT_METHOD_ROUTES } from './resources/payment-methods';
import { PORTAL_ROUTES } from './resources/portal';
import { PRICE_ROUTES } from './resources/prices';
import { PRODUCT_ROUTES } from './resources/products';
import { REFUND_ROUTES } from './resources/refunds';
import { SESSION_ROUTES } from './resources/sessions';
import { SUBSCRIPTION_ROUTES } from './resources/subscriptions';
import type { Route } from './routes';

export const ROUTES: readonly Route[] = [
  ...CUSTOMER_ROUTES,
  ...PAYMENT_METHOD_ROUTES,
  ...SESSION_ROUTES,
  ...PAYMENT_INTENT_ROUTES,
  ...CHARGE_ROUTES,
  ...REFUND_ROUTES,
  ...DISPUTE_ROUTES,
  ...PRODUCT_ROUTES,
  ...PRICE_ROUTES,
  ...COUPON_ROUTES,
  ...SUBSCRIPTION_ROUTES,
  ...INVOICE_ROUTES,
  ...INVOICE_ITEM_ROUTES,
  ...CREDIT_NOTE_ROUTES,
  ...PORTAL_ROUTES,
  ...EVENT_ROUTES,
];

/** The first call that fits, with the ids of its path. */
export function findCall(method: string, path: string): { route: Route; ids: string[] } | null {
  for (const route of ROUTES) {
    const found = route.method === method && route.path.exec(path);
    const ids = found && decodeIds(found.slice(1));
    if (ids) return { route, ids };
  }
  return null;
}

/** Null for what is no encoded text. */
function decodeIds(parts: string[]): string[] | null {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return null;
  }
}
