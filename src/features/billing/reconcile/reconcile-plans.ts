/**
 * Plans: those that begin in the window or have an invoice in it. They are compared by applying what Stripe says, which changes
 * nothing where it agrees.
 */
import type Stripe from 'stripe';
import { findOurCustomers } from '../checkout/our-customers';
import { planEffect } from '../plans/apply-plan';
import { subscriptionOf } from '../plans/invoice-facts';
import { readPlan } from '../plans/plan-reading';
import { fromSeconds, idOf } from '../stripe-reads';
import { type Comparison, count, NOT_OURS } from './comparison';
import { each, listAll, repair, since } from './reconcile-steps';

export async function comparePlans(comparison: Comparison): Promise<void> {
  const { stripe, db } = comparison;
  const invoices = await listAll(comparison, 'invoices', () =>
    stripe.invoices.list({ created: since(comparison), limit: 100 }),
  );
  const begun = await listAll(comparison, 'subscriptions', () =>
    stripe.subscriptions.list({ created: since(comparison), status: 'all', limit: 100 }),
  );
  const touched = [...invoices.filter((invoice) => subscriptionOf(invoice) !== null), ...begun];
  const customers = new Set(touched.flatMap(({ customer }) => idOf(customer) ?? []));
  const ours = await findOurCustomers(db, customers);
  count(comparison, NOT_OURS, customers.size - ours.size);
  await each(
    comparison,
    [...ours.keys()],
    (customer) => customer,
    async (customer) => {
      for (const { id } of await listPlans(comparison, customer)) {
        count(comparison, 'plans');
        await repair(comparison, id, 'plan', async () =>
          planEffect(await readPlan({ stripe, db, subscriptionId: id, invoices: 'unrecorded' })),
        );
      }
    },
  );
}

/** Oldest first. One that ended before the window has nothing new to say. */
async function listPlans({ stripe, from }: Comparison, customer: string): Promise<Stripe.Subscription[]> {
  const found = await stripe.subscriptions
    .list({ customer, status: 'all', limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  return found.filter(({ ended_at }) => !ended_at || fromSeconds(ended_at) >= from).reverse();
}
