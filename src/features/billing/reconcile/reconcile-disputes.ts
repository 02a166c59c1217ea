/** Disputes that began in the window; of older ones their events tell. */
import { inArray } from 'drizzle-orm';
import { dispute } from '@/db/schema/billing';
import { chunks } from '@/lib/chunks';
import { disputeFacts } from '../disputes/dispute-facts';
import { followDispute } from '../disputes/follow-dispute';
import { type Comparison, count, NOT_OURS } from './comparison';
import { each, hint, listAll, repair, since } from './reconcile-steps';

export async function compareDisputes(comparison: Comparison): Promise<void> {
  const disputes = await listAll(comparison, 'disputes', () =>
    comparison.stripe.disputes.list({ created: since(comparison), limit: 100 }),
  );
  const known = new Map<string, string>();
  for (const some of chunks(disputes)) {
    const rows = await comparison.db
      .select({ id: dispute.stripeDisputeId, status: dispute.status })
      .from(dispute)
      .where(
        inArray(
          dispute.stripeDisputeId,
          some.map(({ id }) => id),
        ),
      );
    for (const { id, status } of rows) known.set(id, status);
  }
  await each(
    comparison,
    disputes,
    ({ id }) => id,
    async (one) => {
      const { state } = disputeFacts(one);
      if (state === 'inquiry' || known.get(one.id) === state) return;
      const done = await repair(comparison, one.id, 'dispute', () => followDispute(hint(comparison, one.id)));
      if (done === 'ignored') count(comparison, NOT_OURS);
    },
  );
}
