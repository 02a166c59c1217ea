import type Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe } from '@/adapters/payments/stripe-errors';
import type { Ctx } from '@/db/context';
import { recordAudit } from '@/features/audit/record-audit';
import { requirePermission } from '@/lib/actor';
import { newId } from '@/lib/ids';
import { currentTexts } from '@/texts/current-texts';
import { withCustomer } from '../checkout/stripe-customer';
import { getSlug } from '../team-slug';

/** Names our configuration at Stripe. Another number when its features change: then a new one is made. */
const CONFIGURATION = { headcraft_portal: '2' };

type Input = {
  /** The address of the site, for the way back to the team's billing page. */
  returnTo: string;
  /** Opens the form for a new card at once. */
  flow?: 'update-card';
};

/** Opens Stripe's page for cards, invoices and cancellation, a new one each time. Throws `unavailable` when Stripe does not answer. */
export async function openPortal(ctx: Ctx, { returnTo, flow }: Input): Promise<{ url: string }> {
  requirePermission(ctx.actor, 'billing:buy');
  const { client: stripe } = await stripeAccount();
  const visit = newId('request');
  const returnUrl = `${returnTo}/teams/${await getSlug(ctx)}/billing`;
  const session = await callStripe(async () => {
    const configuration = await ensureConfiguration(stripe);
    return withCustomer(ctx, stripe, (customer) =>
      stripe.billingPortal.sessions.create(
        {
          customer,
          configuration,
          return_url: returnUrl,
          locale: currentTexts().language,
          ...(flow === 'update-card' ? { flow_data: { type: 'payment_method_update' } } : {}),
        },
        // A page of this visit alone: its address works once.
        { idempotencyKey: `portal:${visit}:${customer}` },
      ),
    );
  });
  await recordAudit(ctx, { action: 'billing.portal', subjectType: 'organization', subjectId: ctx.orgId });
  return { url: session.url };
}

/**
 * The portal's features belong to the account: made with the first visit, then found again. Plans change on our page, for the portal
 * reckons a raise by the days that are left; name, address and tax id are edited on our page, which would overwrite what was typed there.
 */
async function ensureConfiguration(stripe: Stripe): Promise<string> {
  const [key, value] = Object.entries(CONFIGURATION)[0] ?? ['', ''];
  for await (const found of stripe.billingPortal.configurations.list({ active: true, limit: 100 })) {
    if (found.metadata?.[key] === value) return found.id;
  }
  const { id } = await stripe.billingPortal.configurations.create(
    {
      metadata: CONFIGURATION,
      features: {
        customer_update: { enabled: false },
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: { enabled: true, mode: 'at_period_end' },
        subscription_update: { enabled: false },
      },
    },
    { idempotencyKey: `portal-configuration:${value}` },
  );
  return id;
}
