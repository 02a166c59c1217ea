import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { openOrganizationAccounts } from './ledger';

/** The organization's own accounts, empty. Call it in the transaction that makes the organization; again is harmless. */
export async function openAccounts(ctx: Ctx): Promise<void> {
  requirePermission(ctx.actor, 'team:read');
  await openOrganizationAccounts(ctx);
}
