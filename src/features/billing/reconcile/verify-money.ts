import type { Db, OrgId } from '@/db/types';
import { type LedgerReport, verifyLedger } from '@/features/credits/verify-ledger';
import { BILLING_CHECKS } from './billing-checks';

/** Rebuilds the ledger, or one organization's, and compares it with payments, refunds and disputes, all in one snapshot. */
export function verifyMoney(db: Db, orgId?: OrgId): Promise<LedgerReport> {
  return verifyLedger(db, orgId, BILLING_CHECKS);
}
