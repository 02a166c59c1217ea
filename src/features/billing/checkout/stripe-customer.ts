import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { ensureCustomer, forgetCustomer } from './ensure-customer';

/**
 * Runs calls to Stripe that name the organization's customer. When Stripe no longer knows it (deleted in its dashboard, or of
 * another account), a new one is made and the calls run again: give them idempotency keys that contain the customer.
 */
export async function withCustomer<T>(
  ctx: Ctx,
  stripe: Stripe,
  work: (customer: string) => Promise<T>,
): Promise<T> {
  const customer = await ensureCustomer(ctx, stripe);
  try {
    return await work(customer);
  } catch (error) {
    if (!isUnknownCustomer(error)) throw error;
    await forgetCustomer(ctx, customer);
    return work(await ensureCustomer(ctx, stripe, customer));
  }
}

function isUnknownCustomer(error: unknown): boolean {
  const { code, param } = error as { code?: string; param?: string };
  return code === 'resource_missing' && param === 'customer';
}
