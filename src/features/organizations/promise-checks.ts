/** What invitations and the ledger must say of each other. */
import { sql } from 'drizzle-orm';
import { type LedgerCheck, scope } from '@/features/credits/verify-check';

export const PROMISE_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'stuck promises',
    rule: 'what a team has promised is what its pending invitations promise',
    query: (orgId) => sql`
      select a.organization_id as subject, coalesce(sum(i.promised_credits), 0)::text as expected,
        b.posted::text as found
      from ledger_account a
      join ledger_balance b on b.account_id = a.id
      left join team_invitation i on i.organization_id = a.organization_id and i.status = 'pending'
      where ${scope(sql`a.organization_id`, orgId)} and a.kind = 'promised'
      group by a.organization_id, b.posted
      having coalesce(sum(i.promised_credits), 0) <> b.posted`,
  },
];
