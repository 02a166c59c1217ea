import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { billingReview, purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { jobCtx } from '@/jobs/trusted-ctx';
import { AppError } from '@/lib/errors';
import type { Texts } from '@/texts/make-texts';
import { changeOrder } from '../checkout/change-order';
import type { Order } from '../checkout/place-order';
import { listParkedEvents } from '../checkout/replay-order';
import { keptText } from '../kept-words';
import { offerLabel } from '../label-words';
import { findTeamOf } from './find-team-of';

const input = z.object({
  id: z.string().regex(/^[a-z]{2,4}_\w{1,100}$/, 'Name an id, ours or Stripe’s: ord_…, evt_…, pi_…'),
  reason: z.string().trim().min(10, 'Say in a sentence what was done and why.').max(1_000),
  by: z.string().trim().min(2, 'Say who you are.').max(200),
});

export type ResolveInput = z.input<typeof input>;

/**
 * Writes down that staff settled something another way, e.g. sent the money back in Stripe's dashboard: a parked order is closed with
 * the parked events about it and its team is told, a parked event is closed, and a comparison does not name the id any more. For good;
 * the reason and who gave it are kept and audited. Throws `conflict` for an order or event that is not parked and for what was settled
 * before.
 */
export async function resolveByHand(db: Db, settled: ResolveInput, now: Date): Promise<void> {
  const { id, reason, by } = input.parse(settled);
  await db.transaction(async (transaction) => {
    const inside = transaction as Db;
    const orgId = await close(inside, id, now);
    const [written] = await inside
      .insert(billingReview)
      .values({ id, organizationId: orgId, reason, reviewer: by, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: billingReview.id });
    if (!written) throw new AppError('conflict', `${id} was settled before.`);
    if (!orgId) return;
    await recordAudit(jobCtx(inside, orgId, 'billing.resolve'), {
      action: 'billing.resolve',
      subjectType: id.startsWith('ord_') ? 'order' : 'stripe',
      subjectId: id,
      data: { reason, by },
    });
  });
}

/** Closes what is parked. Answers the team, where one of our rows names it. */
async function close(db: Db, id: string, now: Date): Promise<OrgId | null> {
  if (id.startsWith('ord_')) return closeOrder(db, id, now);
  const [closed] = await closeEvents(db, [id], now);
  if (closed) return findTeamOf(db, closed.objectId);
  const known = await db.$count(stripeInbox, eq(stripeInbox.eventId, id));
  if (known > 0 || id.startsWith('evt_')) throw new AppError('conflict', `There is no parked event ${id}.`);
  return findTeamOf(db, id);
}

async function closeOrder(db: Db, id: string, now: Date): Promise<OrgId> {
  const [order] = await db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.id, id), eq(purchaseOrder.status, 'parked')))
    .for('update');
  if (!order) throw new AppError('conflict', `There is no parked order ${id}.`);
  const ctx = jobCtx(db, order.organizationId, 'billing.resolve');
  const failure = keptText('closed');
  await changeOrder(ctx, order, { status: 'closed', failure, resolvedAt: now });
  await closeEvents(db, await listParkedEvents(db, order), now);
  await tellAdmins(ctx, closedNotice(order));
  return ctx.orgId;
}

function closedNotice(order: Order) {
  return {
    type: 'payment.closed',
    title: (texts: Texts) => texts.t('billing.notice.closedTitle'),
    body: (texts: Texts) => texts.t('billing.notice.closed', { what: offerLabel(order, texts) }),
    href: `billing/payments/${order.id}`,
    dedupeKey: `order-closed:${order.id}`,
  };
}

async function closeEvents(db: Db, ids: string[], now: Date): Promise<{ objectId: string }[]> {
  if (ids.length === 0) return [];
  return db
    .update(stripeInbox)
    .set({ status: 'closed', appliedAt: now })
    .where(and(inArray(stripeInbox.eventId, ids), eq(stripeInbox.status, 'parked')))
    .returning({ objectId: stripeInbox.objectId });
}
