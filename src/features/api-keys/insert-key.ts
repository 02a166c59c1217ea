import { and, count, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import { apiKey } from '@/db/schema/api-keys';
import type { Db } from '@/db/types';
import { AppError } from '@/lib/errors';
import { newSecret, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import type { Scope } from '@/lib/scopes';
import { say } from '@/texts/current-texts';
import { MOST_KEYS, startOf } from './rules';

/** The only time that the secret is known. */
export type NewKey = { id: string; secret: string };

type Row = {
  organizationId?: string;
  userId?: string;
  madeBy: string;
  name: string;
  scopes: Scope[];
  expiresAt: Date | null;
};

/** Throws `conflict` when there are enough. Call it in a transaction; `mine` are the keys that count. */
export async function insertKey(db: Db, prefix: string, row: Row, mine: SQL, now: Date): Promise<NewKey> {
  const live = and(mine, isNull(apiKey.revokedAt), or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now)));
  const [there] = await db.select({ keys: count() }).from(apiKey).where(live);
  if ((there?.keys ?? 0) >= MOST_KEYS)
    throw new AppError('conflict', say('members.keys.tooMany', { most: MOST_KEYS }));
  const id = newId('apiKey');
  const secret = `${prefix}${newSecret()}`;
  await db
    .insert(apiKey)
    .values({ ...row, id, start: startOf(secret, prefix), hash: sha256Hex(secret), createdAt: now });
  return { id, secret };
}

export const ofOrganization = (orgId: string): SQL => eq(apiKey.organizationId, orgId);
export const ofPerson = (userId: string): SQL => eq(apiKey.userId, userId);
