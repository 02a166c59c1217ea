import type { Db, OrgId } from '@/db/types';
import { BILLING_CHECKS } from '@/features/billing/reconcile/billing-checks';
import { type LedgerReport, verifyLedger } from '@/features/credits/verify-ledger';
import { HOLD_CHECKS } from '@/features/generation/hold-checks';
import { PROMISE_CHECKS } from '@/features/organizations/promise-checks';

/**
 * Rebuilds the ledger, or one organization's, and compares it with everything that moves credits: payments, refunds, disputes,
 * generations and invitations, all in one snapshot.
 */
export function verifyBooks(db: Db, orgId?: OrgId): Promise<LedgerReport> {
  return verifyLedger(db, orgId, [...BILLING_CHECKS, ...HOLD_CHECKS, ...PROMISE_CHECKS]);
}
