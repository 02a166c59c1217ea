import { inTransaction } from '@/db/context';
import type { Db } from '@/db/types';
import { auditToken } from './audit-token';
import { type TokenInput, tokenInput } from './input';
import { insertKey, type NewKey, ofPerson } from './insert-key';
import { expiryAfter, PREFIX } from './rules';

/** A token that acts as this person, within its scopes, in whatever teams they are then. Its secret is answered once. */
export async function makeToken(
  { db, userId }: { db: Db; userId: string },
  input: TokenInput,
  now = new Date(),
): Promise<NewKey> {
  const { name, scopes, days } = tokenInput.parse(input);
  const expiresAt = expiryAfter(days, now);
  return inTransaction({ db }, async ({ db }) => {
    const row = { userId, madeBy: userId, name, scopes, expiresAt };
    const made = await insertKey(db, PREFIX.person, row, ofPerson(userId), now);
    await auditToken({ db, userId }, made.id, { action: 'tokens.make', data: { name, scopes, expiresAt } });
    return made;
  });
}
