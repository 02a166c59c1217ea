import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/all';

/** A drizzle handle of any of our drivers: a pool, PGlite, or a transaction of either. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

declare const orgIdBrand: unique symbol;

/** An organization's id that was proven: only `auth/` mints one, from a membership, a job's row or a verified event. */
export type OrgId = string & { readonly [orgIdBrand]: true };
