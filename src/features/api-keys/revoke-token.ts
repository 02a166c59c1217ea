import { and, eq, isNull } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { apiKey } from '@/db/schema/api-keys';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';
import { auditToken } from './audit-token';
import { type KeyInput, keyInput } from './input';

/** The person's token stops working at once. Revoking it again changes nothing; another person's is not found. */
export async function revokeToken(
  { db, userId }: { db: Db; userId: string },
  input: KeyInput,
  now = new Date(),
): Promise<void> {
  const { keyId } = keyInput.parse(input);
  const which = and(eq(apiKey.id, keyId), eq(apiKey.userId, userId));
  await inTransaction({ db }, async ({ db }) => {
    const revoked = await db
      .update(apiKey)
      .set({ revokedAt: now })
      .where(and(which, isNull(apiKey.revokedAt)))
      .returning({ id: apiKey.id });
    if (revoked.length > 0) return auditToken({ db, userId }, keyId, { action: 'tokens.revoke' });
    const there = await db.select({ id: apiKey.id }).from(apiKey).where(which);
    if (there.length === 0) throw notFound('token');
  });
}
