import { and, isNull, sql } from 'drizzle-orm';
import { purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { log } from '@/lib/log';
import { checkOrder } from './check-order';

const AT_ONCE = 20;

type Options = { now: Date; appUrl: string; signal: AbortSignal };

/** Asks Stripe about open orders: two minutes after they began, then ever more rarely, until they are resolved. */
export async function checkOpenOrders(db: Db, { now, appUrl, signal }: Options): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const open = await db
    .select({ id: purchaseOrder.id, orgId: purchaseOrder.organizationId })
    .from(purchaseOrder)
    .where(
      and(
        isNull(purchaseOrder.resolvedAt),
        sql`coalesce(${purchaseOrder.checkedAt}, ${purchaseOrder.createdAt})
          < ${moment} - greatest(interval '2 minutes', (${moment} - ${purchaseOrder.createdAt}) / 4)`,
      ),
    )
    .orderBy(sql`${purchaseOrder.checkedAt} nulls first`)
    .limit(AT_ONCE);
  for (const { id, orgId } of open) {
    if (signal.aborted) return;
    try {
      await checkOrder(jobCtx(db, orgId, 'billing.sweep-inbox'), { orderId: id }, { now, appUrl });
    } catch (error) {
      log.warn({ err: error, orderId: id }, 'order not checked');
    }
  }
}
