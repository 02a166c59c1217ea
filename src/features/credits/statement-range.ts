/** Which part of an account's history a page of its statement is, as SQL that only reads ranges of indexes. */
import { type SQL, sql } from 'drizzle-orm';

/** What a page is read from. */
export type Source = {
  accountId: string;
  /** The account whose versions the pages follow: with a person it is theirs, which has far fewer moves than the pool. */
  ledAccountId: string;
  /** Null: every kind. */
  kinds: string[] | null;
  direction: 'in' | 'out' | undefined;
  from: string | undefined;
  to: string | undefined;
};

/** Transfers and versions of one page, newest first. Each kind is a range of an index, so rare kinds cost no search. */
export function transfersOf(source: Source, cursor: string | undefined, limit: number): SQL {
  const { accountId, ledAccountId, kinds, direction, from, to } = source;
  const versionAt = (day: string, days: number) =>
    sql`(select ledger_version_before(${ledAccountId}, (${day}::date + ${days}::int)::timestamp at time zone 'UTC'))`;
  const before = cursor && /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.MAX_SAFE_INTEGER;
  const conditions = [sql`d.account_id = ${ledAccountId} and d.version < ${before}::bigint`];
  if (to) conditions.push(sql`d.version <= ${versionAt(to, 1)}`);
  if (from) conditions.push(sql`d.version > ${versionAt(from, 0)}`);
  // What comes into one account goes out of the other.
  const positive = (direction === 'in') === (ledAccountId === accountId);
  if (direction) conditions.push(positive ? sql`d.delta > 0` : sql`d.delta < 0`);
  if (ledAccountId !== accountId) {
    conditions.push(sql`exists (select 1 from ledger_entry own
      where own.transfer_id = d.transfer_id and own.account_id = ${accountId})`);
  }
  const range = (more: SQL) => sql`select d.transfer_id, d.version from ledger_entry d
    where ${sql.join([...conditions, more], sql` and `)} order by d.version desc limit ${limit}`;
  if (!kinds) return range(sql`true`);
  return sql`select found.transfer_id, found.version from unnest(${sql.param(kinds)}::text[]) as wanted(kind)
    cross join lateral (${range(sql`d.kind = wanted.kind`)}) found order by found.version desc limit ${limit}`;
}
