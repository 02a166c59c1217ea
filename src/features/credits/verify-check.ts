import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { OrgId } from '@/db/types';

/** A rule of a sound ledger as a query for the rows that break it: `subject`, `expected`, `found`. */
export type LedgerCheck = { name: string; rule: string; query: (orgId: OrgId | null) => SQL };

/** Narrows a check to one organization; without one it covers all. */
export const scope = (column: SQL, orgId: OrgId | null) => (orgId ? sql`${column} = ${orgId}` : sql`true`);
