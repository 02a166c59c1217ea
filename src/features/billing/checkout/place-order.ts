import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { currentTexts, say } from '@/texts/current-texts';
import type { Offer } from '../offers';
import { CURRENCY, PRICE_VERSION } from '../price-list';

export type Order = typeof purchaseOrder.$inferSelect;

export type OrderRequest = {
  idempotencyKey: string;
  channel?: Order['channel'];
  poNumber?: string;
};

/**
 * Writes a member's order with the price and the credits sold, before Stripe hears of it. The same key answers the same order;
 * for another offer it throws `idempotency_mismatch`.
 */
export function placeOrder(ctx: Ctx, offer: Offer, request: OrderRequest): Promise<Order> {
  const { memberId } = requireMember(ctx.actor);
  const { idempotencyKey, channel = 'checkout', poNumber } = request;
  const { kind, pack, credits, amountCents } = offer;
  const requestHash = sha256Hex(canonicalJson({ kind, pack, credits, channel, poNumber, memberId }));
  return inTransaction(ctx, async (ctx) => {
    const [placed] = await ctx.db
      .insert(purchaseOrder)
      .values({
        id: newId('order'),
        organizationId: ctx.orgId,
        memberId,
        idempotencyKey,
        requestHash,
        kind,
        pack,
        channel,
        language: currentTexts().language,
        credits,
        amountCents,
        poNumber: poNumber ?? null,
        currency: CURRENCY,
        priceVersion: PRICE_VERSION,
      })
      .onConflictDoNothing({ target: [purchaseOrder.organizationId, purchaseOrder.idempotencyKey] })
      .returning();
    if (placed) {
      await recordAudit(ctx, {
        action: 'billing.checkout',
        subjectType: 'order',
        subjectId: placed.id,
        data: { pack, credits, amountCents, channel },
      });
      return placed;
    }
    const [earlier] = await ctx.db
      .select()
      .from(purchaseOrder)
      .where(
        and(eq(purchaseOrder.organizationId, ctx.orgId), eq(purchaseOrder.idempotencyKey, idempotencyKey)),
      );
    if (!earlier) throw notFound('order');
    if (earlier.requestHash !== requestHash) {
      throw new AppError('idempotency_mismatch', say('billing.refused.keyOfOtherOrder'));
    }
    return earlier;
  });
}
