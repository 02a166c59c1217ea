import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { findCustomer } from '../checkout/ensure-customer';
import { idOf, orNull } from '../stripe-reads';

/** The team's card for payments without anybody present: the customer's default one, else the newest it has. */
export async function findSavedCard(
  ctx: Ctx,
  stripe: Stripe,
): Promise<{ customer: string; paymentMethod: string } | null> {
  const id = await findCustomer(ctx);
  if (!id) return null;
  const customer = await orNull(stripe.customers.retrieve(id));
  if (!customer || customer.deleted) return null;
  const preferred = idOf(customer.invoice_settings?.default_payment_method);
  const paymentMethod = preferred ?? (await findNewest(stripe, id));
  return paymentMethod ? { customer: id, paymentMethod } : null;
}

async function findNewest(stripe: Stripe, customer: string): Promise<string | null> {
  const cards = await orNull(stripe.customers.listPaymentMethods(customer, { type: 'card', limit: 1 }));
  return cards?.data[0]?.id ?? null;
}
