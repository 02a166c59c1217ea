import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { type DistributionInput, distributionInput } from './input';
import { toLedgerError } from './ledger-errors';

export type DistributionPreview = {
  /** People who get something, and those chosen who get nothing. */
  people: number;
  skipped: number;
  /** Credits given in all. */
  total: number;
  poolBefore: number;
  poolAfter: number;
  /** Pass it to `distributeCredits`: it then does exactly this or nothing. */
  expected: string;
  /** Who gets what, by name; the first 50 of them. `before` is what is free to spend now. */
  rows: { memberId: string; name: string; department: string | null; before: number; amount: number }[];
};

const SHOWN = 50;

/** What `distributeCredits` would do now, without doing it. Refuses for the same reasons. */
export async function previewDistribution(ctx: Ctx, input: DistributionInput): Promise<DistributionPreview> {
  requirePermission(ctx.actor, 'credits:allocate');
  const request = JSON.stringify(distributionInput.parse(input));
  try {
    const [row] = await selectRows<{ preview: DistributionPreview }>(
      ctx.db,
      sql`select ledger_preview(${ctx.orgId}, ${request}::jsonb, ${SHOWN}) as preview`,
    );
    if (!row) throw new Error('A preview answered no row.');
    return row.preview;
  } catch (error) {
    throw toLedgerError(error);
  }
}
