'use server';
/** Signing up, in and out. Forms post here with or without JavaScript; none of them tells whether an address has an account. */
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { submitForm } from '@/auth/form';
import { giveCode } from '@/auth/give-code';
import { auth } from '@/auth/instance';
import { pageCookie } from '@/auth/page-cookie';
import { asksForCode } from '@/auth/second-step';
import { AppError } from '@/lib/errors';
import type { FormState } from '@/lib/form-state';
import { returnPath, withNext } from '@/lib/return-path';
import { say } from '@/texts/current-texts';
import { emailFormInput, resetPasswordInput, signInCodeInput, signUpInput, tokenInput } from './input';
import { PENDING_EMAIL_COOKIE, PENDING_EMAIL_SECONDS } from './pending-email';

export async function signUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  const next = returnPath(form.get('next'));
  const outcome = await submitForm(form, signUpInput, async (input) => {
    const { api } = await auth();
    await api.signUpEmail({ body: { ...input, callbackURL: next }, headers: await headers() });
    return input.email;
  });
  if (!outcome.ok) return outcome.state;
  await rememberPending(outcome.value);
  redirect(withNext('/verify-email', next));
}

export async function signOutAction(): Promise<void> {
  const { api } = await auth();
  await api.signOut({ headers: await headers() });
  redirect('/sign-in');
}

export async function sendSignInLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  const next = returnPath(form.get('next'));
  const outcome = await submitForm(form, emailFormInput, async ({ email }) => {
    const { api } = await auth();
    await api.signInMagicLink({ body: { email, callbackURL: next }, headers: await headers() });
    return email;
  });
  return outcome.ok ? { done: outcome.value } : outcome.state;
}

export async function openSignInLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  const next = returnPath(form.get('next'));
  const outcome = await submitForm(form, tokenInput, async ({ token }) => {
    const { api } = await auth();
    // The vendor's endpoint is a GET that redirects on a bad token; without a callback it answers the session.
    const answer = await api.magicLinkVerify({
      query: { token },
      headers: await headers(),
      asResponse: true,
    });
    if (!answer.ok) throw new AppError('gone', say('errors.linkGone'));
    return asksForCode(await answer.json());
  });
  if (!outcome.ok) return outcome.state;
  redirect(outcome.value ? withNext('/sign-in/code', next) : next);
}

/** The second step. Too late or too often wrong leads back to the first. */
export async function giveCodeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const next = returnPath(form.get('next'));
  const outcome = await submitForm(form, signInCodeInput, async ({ code, trustDevice }) => {
    await giveCode(await headers(), { code, trustDevice: trustDevice === 'on' });
  });
  if (outcome.ok) redirect(next);
  if (outcome.reason === 'start_again') redirect(withNext('/sign-in?done=start-again', next));
  return outcome.state;
}

export async function resendVerificationAction(_previous: FormState, form: FormData): Promise<FormState> {
  const next = returnPath(form.get('next'));
  const outcome = await submitForm(form, emailFormInput, async ({ email }) => {
    const { api } = await auth();
    // Without the session's cookie: for a signed-in visitor the vendor would answer differently for other addresses.
    await api.sendVerificationEmail({ body: { email, callbackURL: next }, headers: new Headers() });
    return email;
  });
  return outcome.ok ? { done: outcome.value, values: { email: outcome.value } } : outcome.state;
}

export async function verifyEmailAction(_previous: FormState, form: FormData): Promise<FormState> {
  const next = returnPath(form.get('next'));
  const outcome = await submitForm(form, tokenInput, async ({ token }) => {
    const { api } = await auth();
    await api.verifyEmail({ query: { token }, headers: await headers() });
  });
  if (!outcome.ok) return outcome.state;
  (await cookies()).delete(PENDING_EMAIL_COOKIE);
  // A link that was used before confirms nothing anew and signs nobody in; that page then asks for the password.
  redirect(next);
}

export async function requestResetAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, emailFormInput, async ({ email }) => {
    const { api } = await auth();
    await api.requestPasswordReset({ body: { email }, headers: await headers() });
    return email;
  });
  return outcome.ok ? { done: outcome.value } : outcome.state;
}

export async function resetPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, resetPasswordInput, async ({ token, password }) => {
    const { api } = await auth();
    await api.resetPassword({ body: { token, newPassword: password }, headers: await headers() });
  });
  if (!outcome.ok) return outcome.state;
  redirect('/sign-in?done=password');
}

async function rememberPending(email: string): Promise<void> {
  (await cookies()).set(PENDING_EMAIL_COOKIE, email, pageCookie(PENDING_EMAIL_SECONDS));
}
