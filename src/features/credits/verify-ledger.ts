import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import type { LedgerCheck } from './verify-check';
import { LEDGER_CHECKS } from './verify-checks';

export type LedgerDifference = { check: string; subject: string; expected: string; found: string };

export type LedgerReport = {
  /** How much was read. */
  counts: { organizations: number; transfers: number; entries: number; holds: number };
  /** Name and rule of every check that ran. */
  checks: { name: string; rule: string; differences: number }[];
  differences: LedgerDifference[];
};

/**
 * Rebuilds the whole ledger, or one organization's, from its entries, in one snapshot: it may run while credits move. A sound
 * ledger has no differences. `more` are checks of features that the ledger knows nothing of.
 */
export async function verifyLedger(
  db: Db,
  orgId?: OrgId,
  more: readonly LedgerCheck[] = [],
): Promise<LedgerReport> {
  return db.transaction(
    async (snapshot) => {
      const inSnapshot = snapshot as Db;
      const report: LedgerReport = { counts: await count(inSnapshot, orgId), checks: [], differences: [] };
      for (const { name, rule, query } of [...LEDGER_CHECKS, ...more]) {
        const rows = await selectRows<Omit<LedgerDifference, 'check'>>(inSnapshot, query(orgId ?? null));
        report.checks.push({ name, rule, differences: rows.length });
        report.differences.push(...rows.map((row) => ({ check: name, ...row })));
      }
      return report;
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function count(db: Db, orgId?: OrgId): Promise<LedgerReport['counts']> {
  const mine = orgId ? sql`organization_id = ${orgId}` : sql`true`;
  const [row] = await selectRows<LedgerReport['counts']>(
    db,
    sql`select
      (select count(distinct organization_id)::int from ledger_account where ${mine}) as organizations,
      (select count(*)::int from ledger_transfer where ${mine}) as transfers,
      (select count(*)::int from ledger_entry e join ledger_transfer t on t.id = e.transfer_id where ${mine}) as entries,
      (select count(*)::int from credit_hold where ${mine}) as holds`,
  );
  return row ?? { organizations: 0, transfers: 0, entries: 0, holds: 0 };
}
