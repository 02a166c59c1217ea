import type { Db } from '@/db/types';
import { checkDeletion, deleteAccount } from '@/features/account/delete-account';
import type { DeleteAccountInput } from '@/features/account/deletion-input';
import { auth } from './instance';
import type { SignedIn } from './session';
import { requireStrongProof } from './two-step';

/**
 * Deletes the signed-in person's account once they have proven that it is them. Answers the secret of the receipt's link and the cookies that
 * forget the session, for route handlers; in actions Next's cookie store has them already. Throws like `deleteAccount` and `requireStrongProof`.
 */
export async function endAccount(
  db: Db,
  person: SignedIn,
  headers: Headers,
  input: DeleteAccountInput,
): Promise<{ receipt: string; cookies: string[] }> {
  await checkDeletion(db, person.userId, input);
  await requireStrongProof(db, person, input.proof);
  const { receipt } = await deleteAccount(db, person.userId, input);
  const { api } = await auth();
  const answer = await api.signOut({ headers, returnHeaders: true });
  return { receipt, cookies: answer.headers.getSetCookie() };
}
