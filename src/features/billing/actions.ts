'use server';
import { headers } from 'next/headers';
import { teamAction } from '@/auth/action';
import { env } from '@/env';
import { checkOrder } from './check-order';
import { createCheckout } from './create-checkout';
import { checkoutInput, orderInput } from './input';
import { siteAddress } from './site-address';

/** Orders a pack and answers the payment page's address. */
export const buyPackAction = teamAction(
  { permission: 'billing:buy', input: checkoutInput, limit: 'checkout' },
  async (ctx, input) => createCheckout(ctx, input, siteAddress(await headers())),
);

/** Asks Stripe again about an order that is still open; the page reads itself anew when something changed. */
export const checkOrderAction = teamAction(
  { permission: 'billing:read', input: orderInput, limit: 'write' },
  async (ctx, input) => {
    await checkOrder(ctx, input, { now: new Date(), appUrl: env().appUrl });
    return null;
  },
);
