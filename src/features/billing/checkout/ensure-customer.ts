import { and, asc, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { member, organization, user } from '@/db/schema/auth';
import { billingCustomer } from '@/db/schema/billing';
import { enqueue } from '@/jobs/port';
import { notFound } from '@/lib/errors';
import { canonicalJson, sha256Hex } from '@/lib/hash';

/**
 * The organization's one Stripe customer, made with its first checkout. Two at once ask Stripe with the same idempotency key
 * and get the same customer; our own row decides for good. `replaces` names a customer that Stripe no longer knows: its
 * idempotency key would answer it again.
 */
export async function ensureCustomer(ctx: Ctx, stripe: Stripe, replaces?: string): Promise<string> {
  const known = await findCustomer(ctx);
  if (known) return known;
  const params = await describeOrganization(ctx);
  const { id } = await stripe.customers.create(params, {
    idempotencyKey: `customer:${ctx.orgId}:${sha256Hex(canonicalJson({ params, replaces })).slice(0, 16)}`,
  });
  await ctx.db
    .insert(billingCustomer)
    .values({ organizationId: ctx.orgId, stripeCustomerId: id })
    // Either unique key may speak first when two at once write the same row.
    .onConflictDoNothing();
  // What invoices say about the buyer was written to the customer that is gone.
  if (replaces) await enqueue(ctx.db, 'billing.push-details', { orgId: ctx.orgId });
  return (await findCustomer(ctx)) ?? id;
}

/** Forgets a customer that Stripe no longer knows (deleted in its dashboard, or of another account). */
export async function forgetCustomer(ctx: Ctx, stripeCustomerId: string): Promise<void> {
  await ctx.db
    .delete(billingCustomer)
    .where(
      and(
        eq(billingCustomer.organizationId, ctx.orgId),
        eq(billingCustomer.stripeCustomerId, stripeCustomerId),
      ),
    );
}

/** The organization's Stripe customer; null before its first checkout. */
export async function findCustomer(ctx: Ctx): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: billingCustomer.stripeCustomerId })
    .from(billingCustomer)
    .where(eq(billingCustomer.organizationId, ctx.orgId));
  return row?.id ?? null;
}

/** Name and the first owner's address: the same for every admin who buys. */
async function describeOrganization(ctx: Ctx): Promise<Stripe.CustomerCreateParams> {
  const [row] = await ctx.db
    .select({ name: organization.name, email: user.email })
    .from(organization)
    .innerJoin(member, and(eq(member.organizationId, organization.id), eq(member.role, 'owner')))
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(organization.id, ctx.orgId))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1);
  if (!row) throw notFound('team');
  return { name: row.name, email: row.email, metadata: { organization_id: ctx.orgId } };
}
