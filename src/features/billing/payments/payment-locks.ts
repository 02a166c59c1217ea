/** Payments as money that leaves meets them: found by what Stripe calls them, locked until the transaction ends. */
import { and, eq, or } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { dispute, payment, refund } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { notFound } from '@/lib/errors';
import { type RefundTerms, shareTerms } from '../refunds/refund-rules';

export type Payment = typeof payment.$inferSelect;
export type Refund = typeof refund.$inferSelect;

/** A charge as Stripe calls it: itself, or by its payment intent. */
type ChargeName = { id: string | null; paymentId: string | null };

const isOf = ({ id, paymentId }: ChargeName) =>
  or(eq(payment.stripeChargeId, id ?? ''), eq(payment.stripePaymentId, paymentId ?? ''));

/** The payment of a charge. */
export async function lockPaymentOf(db: Db, charge: ChargeName): Promise<Payment | null> {
  const [row] = await db.select().from(payment).where(isOf(charge)).for('update');
  return row ?? null;
}

export async function isRecorded(db: Db, charge: ChargeName): Promise<boolean> {
  const rows = await db.select({ id: payment.id }).from(payment).where(isOf(charge));
  return rows.length > 0;
}

/** Throws `not_found` for another organization's payment. */
export async function lockPayment(ctx: Ctx, paymentId: string): Promise<Payment> {
  const [row] = await ctx.db
    .select()
    .from(payment)
    .where(and(eq(payment.id, paymentId), eq(payment.organizationId, ctx.orgId)))
    .for('update');
  if (!row) throw notFound('payment');
  return row;
}

export function listRefunds(db: Db, paymentId: string): Promise<Refund[]> {
  return db.select().from(refund).where(eq(refund.paymentId, paymentId)).orderBy(refund.createdAt, refund.id);
}

/** The payment's terms for the rule: what went back or is on its way, and whether a bank disputes it. */
export async function readTerms(db: Db, row: Payment): Promise<RefundTerms> {
  const refunds = await listRefunds(db, row.id);
  const disputes = await db
    .select({ status: dispute.status })
    .from(dispute)
    .where(eq(dispute.paymentId, row.id));
  return {
    ...shareTerms(row, refunds),
    paidAt: row.paidAt,
    disputed: disputes.some(({ status }) => status !== 'won'),
  };
}

export const orgOf = (row: { organizationId: string }): OrgId => row.organizationId as OrgId;
