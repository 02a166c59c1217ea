'use server';
/** What a signed-in person changes about the own account. */
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { auth } from '@/auth/instance';
import { consumeLimit } from '@/auth/rate-limit';
import { requireSession } from '@/auth/session';
import type { FormState } from '@/lib/form-state';
import { mailAccountChange } from './account-mail';
import { endOtherSessions, endSession } from './end-session';
import { changePasswordInput, nameFormInput, sessionInput, setPasswordInput } from './input';

export async function renameAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, nameFormInput, async ({ name }) => {
    const { api } = await auth();
    await api.updateUser({ body: { name }, headers: await headers() });
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/', 'layout');
  return { done: 'Saved.' };
}

export async function changePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, changePasswordInput, async ({ currentPassword, password }) => {
    const person = await requireSession(await headers());
    await consumeLimit(await database(), 'signIn', person.userId);
    const { api } = await auth();
    const body = { currentPassword, newPassword: password };
    // The others are signed out in `auth/after-change.ts`.
    await api.changePassword({ body, headers: await headers() });
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: 'Password changed. Other devices are signed out.' };
}

export async function setPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, setPasswordInput, async ({ password }) => {
    const { api } = await auth();
    await api.setPassword({ body: { newPassword: password }, headers: await headers() });
    const { userId } = await requireSession(await headers());
    await mailAccountChange(await database(), userId, 'password-set');
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: 'Password set.' };
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
