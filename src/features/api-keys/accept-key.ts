import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { apiKey } from '@/db/schema/api-keys';
import type { Db } from '@/db/types';
import { AppError } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import { MINUTE } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { stateOf } from './rules';

export type AcceptedKey = typeof apiKey.$inferSelect;

/** The key of this secret, if it counts now; notes that it was used. Throws `unauthenticated` and says why. */
export async function acceptKey(db: Db, secret: string, now = new Date()): Promise<AcceptedKey> {
  const [key] = await db
    .select()
    .from(apiKey)
    .where(eq(apiKey.hash, sha256Hex(secret)));
  if (!key) throw new AppError('unauthenticated', say('members.keys.unknown'));
  const state = stateOf(key, now);
  if (state !== 'live')
    throw new AppError(
      'unauthenticated',
      say(state === 'revoked' ? 'members.keys.wasRevoked' : 'members.keys.tooOld'),
    );
  // Once a minute is exact enough for people, and a busy script does not write with every request.
  const stale = or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, new Date(now.getTime() - MINUTE)));
  await db
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.id, key.id), stale));
  return key;
}
