/**
 * Anybody can sign up with anybody's address. When a second sign-up for an unconfirmed account brings another password, neither
 * counts: the link in the mail signs its reader in, who then sets one. Otherwise a stranger's password would open the account
 * that the owner of the address confirms.
 */
import type { GenericEndpointContext } from 'better-auth';

export async function dropUnprovenPassword({ context, body }: GenericEndpointContext): Promise<void> {
  const { email, password } = body as { email?: unknown; password?: unknown };
  if (typeof email !== 'string' || typeof password !== 'string') return;
  const found = await context.internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
  if (!found || found.user.emailVerified) return;
  const credential = found.accounts.find((account) => account.providerId === 'credential');
  if (!credential?.password) return;
  const same = await context.password.verify({ hash: credential.password, password });
  if (!same) await context.internalAdapter.deleteAccount(credential.id);
}
