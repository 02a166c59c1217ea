'use server';
/** What a signed-in person changes about the own account. */
import { revalidatePath } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { auth } from '@/auth/instance';
import { consumeLimit } from '@/auth/rate-limit';
import { requireSession } from '@/auth/session';
import type { FormState } from '@/lib/form-state';
import { textsIn } from '@/texts/catalogue';
import { say } from '@/texts/current-texts';
import { LANGUAGE_COOKIE, LANGUAGE_COOKIE_OPTIONS } from '@/texts/languages';
import { mailAccountChange } from './account-mail';
import { chooseLanguage } from './choose-language';
import { endOtherSessions, endSession } from './end-session';
import { changePasswordInput, profileInput, sessionInput, setPasswordInput } from './input';

/** Name and language. The browser remembers the language, too: it asks for pages before we know who it is. */
export async function saveProfileAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, profileInput, async ({ name, language }) => {
    const { userId } = await requireSession(await headers());
    const { api } = await auth();
    await api.updateUser({ body: { name }, headers: await headers() });
    await chooseLanguage(await database(), userId, language);
    (await cookies()).set(LANGUAGE_COOKIE, language, LANGUAGE_COOKIE_OPTIONS);
    return textsIn(language).t('account.saved');
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/', 'layout');
  return { done: outcome.value };
}

export async function changePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, changePasswordInput, async ({ currentPassword, password }) => {
    const person = await requireSession(await headers());
    await consumeLimit(await database(), 'signIn', person.userId);
    const { api } = await auth();
    const body = { currentPassword, newPassword: password };
    // The others are signed out in `auth/after-change.ts`.
    await api.changePassword({ body, headers: await headers() });
    return say('account.password.changed');
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: outcome.value };
}

export async function setPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, setPasswordInput, async ({ password }) => {
    const { api } = await auth();
    await api.setPassword({ body: { newPassword: password }, headers: await headers() });
    const { userId } = await requireSession(await headers());
    await mailAccountChange(await database(), userId, 'password-set');
    return say('account.password.set');
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: outcome.value };
}

export async function endSessionAction(form: FormData): Promise<void> {
  const { sessionId } = sessionInput.parse(Object.fromEntries(form));
  const person = await requireSession(await headers());
  await endSession(await database(), person, sessionId);
  if (sessionId === person.sessionId) redirect('/sign-in');
  revalidatePath('/account');
}

export async function endOtherSessionsAction(): Promise<void> {
  const person = await requireSession(await headers());
  await endOtherSessions(await database(), person);
  revalidatePath('/account');
}
