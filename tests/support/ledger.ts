/** Ledger rows that tests start from. */

import { grantCredits } from '@/features/credits/grant';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { newId } from '@/lib/ids';
import { systemCtx, type TestTeam } from './factories';

/** Opens the accounts of a team and the wallets of its three people, with `credits` in the pool. */
export async function openTeamLedger(team: TestTeam, credits = 0): Promise<void> {
  const ctx = systemCtx(team.owner.ctx.db, team.orgId);
  await openAccounts(ctx);
  for (const person of [team.owner, team.admin, team.member]) {
    await openWallet(ctx, { memberId: person.memberId });
  }
  if (credits > 0) await grantCredits(ctx, { amount: credits, idempotencyKey: newId('transfer') });
}
