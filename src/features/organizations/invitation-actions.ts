'use server';
/** What the holder of an invitation link can press. */
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { database } from '@/adapters/database/client';
import { acceptAsVisitor } from '@/auth/accept-invitation';
import { submitForm } from '@/auth/form';
import { auth } from '@/auth/instance';
import { consumeLimit } from '@/auth/rate-limit';
import { env } from '@/env';
import type { FormState } from '@/lib/form-state';
import { sha256Hex } from '@/lib/hash';
import { askForNewInvitation } from './ask-again';
import { getInvitation } from './find-invitation';
import { acceptInput } from './input';
import { OPEN_INVITATION_COOKIE } from './open-invitation';

const HOUR_SECONDS = 60 * 60;

const tokenInput = z.object({ token: z.string().min(1).max(100) });

export async function acceptInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, tokenInput.extend(acceptInput.shape), async ({ token, name }) => {
    const { accepted } = await acceptAsVisitor(await headers(), token, name);
    return accepted.slug;
  });
  if (!outcome.ok) return outcome.state;
  (await cookies()).delete(OPEN_INVITATION_COOKIE);
  redirect(`/teams/${outcome.value}`);
}

/** Signs somebody else out; then back here for a newcomer, or to the sign-in page and back for an address with an account. */
export async function signInToAcceptAction(form: FormData): Promise<void> {
  const { token } = tokenInput.parse(Object.fromEntries(form));
  const { hasAccount } = await getInvitation(await database(), token);
  const { api } = await auth();
  await api.signOut({ headers: await headers() });
  if (!hasAccount) redirect(`/invitations/${encodeURIComponent(token)}`);
  (await cookies()).set(OPEN_INVITATION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().appUrl.startsWith('https://'),
    maxAge: HOUR_SECONDS,
    // Not only below /invitations: Next renders the redirect after signing in with the cookies of the sign-in page's request.
    path: '/',
  });
  redirect(`/sign-in?next=${encodeURIComponent('/invitations/continue')}`);
}

export async function askAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, tokenInput, async ({ token }) => {
    const db = await database();
    await consumeLimit(db, 'acceptInvitation', sha256Hex(token));
    await askForNewInvitation(db, token);
  });
  return outcome.ok ? { done: 'asked' } : outcome.state;
}
