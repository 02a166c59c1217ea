import { inArray } from 'drizzle-orm';
import { purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { sha256Hex } from '@/lib/hash';
import { listParked } from './list-parked';
import { tellStaff } from './tell-staff';

/**
 * Mails staff what is parked, each thing once, however it came to be parked. Answers how much it was. Without an address nothing is
 * marked as told: it is told when there is one.
 */
export async function tellParked(db: Db, now: Date): Promise<number> {
  if (env().STAFF_EMAILS.length === 0) return 0;
  return db.transaction(async (transaction) => {
    const inside = transaction as Db;
    const parked = await listParked(inside, { untold: true });
    if (parked.length === 0) return 0;
    const ids = parked.map(({ id }) => id);
    await inside.update(purchaseOrder).set({ toldAt: now }).where(inArray(purchaseOrder.id, ids));
    await inside.update(stripeInbox).set({ toldAt: now }).where(inArray(stripeInbox.eventId, ids));
    await tellStaff(inside, 'payments-alarm', `parked:${sha256Hex(ids.join()).slice(0, 24)}`, {
      what: 'parked',
      count: parked.length,
      lines: parked.map(({ line }) => line),
      url: env().appUrl,
    });
    return parked.length;
  });
}
