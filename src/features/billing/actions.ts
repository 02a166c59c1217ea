'use server';
import { headers } from 'next/headers';
import { teamAction } from '@/auth/action';
import { createCheckout } from './checkout/create-checkout';
import { checkoutInput } from './input';
import { siteAddress } from './site-address';

/** Orders a pack and answers the payment page's address. */
export const buyPackAction = teamAction(
  { permission: 'billing:buy', input: checkoutInput, limit: 'checkout' },
  async (ctx, input) => createCheckout(ctx, input, siteAddress(await headers())),
);
