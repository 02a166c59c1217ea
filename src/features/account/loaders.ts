import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/auth/instance';
import { findPageSession } from '@/auth/page';
import { owesCode } from '@/auth/second-step';
import { activeSocialProviders } from '@/auth/social/providers';
import { env } from '@/env';
import { returnPath } from '@/lib/return-path';
import type { SocialProvider } from '@/lib/social';
import { PENDING_EMAIL_COOKIE } from './pending-email';

type Search = Promise<{ next?: string | string[]; done?: string | string[]; backup?: string | string[] }>;

/** Where the visitor wants to go after signing in; those who are signed in go there at once. */
export async function loadDoor(
  search: Search,
): Promise<{ next: string; done: string | null; social: SocialProvider[] }> {
  const { next, done } = await search;
  const path = returnPath(next);
  if (await findPageSession()) redirect(path);
  return { next: path, done: typeof done === 'string' ? done : null, social: activeSocialProviders() };
}

/** The page of the second step: only for a browser whose first step was right. */
export async function loadCodeDoor(search: Search) {
  const door = await loadDoor(search);
  if (!owesCode(await headers())) redirect('/sign-in');
  return { ...door, backup: (await search).backup !== undefined };
}

export async function loadPendingEmail(): Promise<{ email: string | null; mailbox: boolean }> {
  const email = (await cookies()).get(PENDING_EMAIL_COOKIE)?.value ?? null;
  return { email, mailbox: env().embedded };
}

/** Where links "open the mailbox" make sense: only while mails stay on this machine. */
export async function loadMailHint(): Promise<{ mailbox: boolean }> {
  return { mailbox: env().embedded };
}

/** Whether this reset link still works; pressing it consumes it. */
export async function loadResetLink(params: Promise<{ token: string }>) {
  const { token } = await params;
  const { internalAdapter } = await (await auth()).$context;
  const stored = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return { token, works: stored !== null && stored.expiresAt > new Date() };
}
