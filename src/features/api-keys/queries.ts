import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { apiKey } from '@/db/schema/api-keys';
import { user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { requirePermission } from '@/lib/actor';
import { fromCursor, toCursor } from '@/lib/time-cursor';
import { type ListKeysInput, listKeysInput } from './input';
import { ofOrganization, ofPerson } from './insert-key';
import { type KeyView, stateOf } from './rules';

export type KeyPage = { keys: KeyView[]; nextCursor: string | null };

/** The organization's keys, the newest first, those that ended too. */
export async function listOrganizationKeys(
  ctx: Ctx,
  query: ListKeysInput,
  now = new Date(),
): Promise<KeyPage> {
  requirePermission(ctx.actor, 'api-keys:manage');
  return listKeys(ctx.db, ofOrganization(ctx.orgId), query, now);
}

/** The person's own tokens, likewise. */
export async function listTokens(
  { db, userId }: { db: Db; userId: string },
  query: ListKeysInput,
  now = new Date(),
): Promise<KeyPage> {
  return listKeys(db, ofPerson(userId), query, now);
}

async function listKeys(db: Db, mine: SQL, query: ListKeysInput, now: Date): Promise<KeyPage> {
  const { cursor, limit } = listKeysInput.parse(query);
  const before = cursor === undefined ? null : fromCursor(cursor);
  const older = before
    ? sql`(${apiKey.createdAt}, ${apiKey.id}) < (${before.at}::timestamptz, ${before.id})`
    : undefined;
  const rows = await db
    .select({ key: apiKey, madeBy: user.name })
    .from(apiKey)
    .leftJoin(user, eq(user.id, apiKey.madeBy))
    .where(and(mine, older))
    .orderBy(desc(apiKey.createdAt), desc(apiKey.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.key;
  return {
    keys: page.map(({ key, madeBy }) => toView(key, madeBy, now)),
    nextCursor: rows.length > limit && last ? toCursor(last) : null,
  };
}

function toView(key: typeof apiKey.$inferSelect, madeBy: string | null, now: Date): KeyView {
  const { id, name, start, scopes, createdAt, lastUsedAt, expiresAt, revokedAt } = key;
  return {
    id,
    name,
    start,
    scopes,
    state: stateOf(key, now),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    madeBy,
  };
}
