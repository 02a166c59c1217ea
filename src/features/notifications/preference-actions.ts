'use server';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { requireSession } from '@/auth/session';
import type { FormState } from '@/lib/form-state';
/** What a person wants to be told: chosen on the account page, or ended by the link in a mail. */
import { say } from '@/texts/current-texts';
import { preferenceInput, unsubscribeInput } from './preference-input';
import { savePreferences, unsubscribe } from './preferences';

export async function savePreferencesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const kinds = new FormData();
  kinds.set('kinds', form.getAll('kind').join(' '));
  const outcome = await submitForm(kinds, preferenceInput, async (input) => {
    const { userId } = await requireSession(await headers());
    const choices = input.kinds.map((kind) => ({
      kind,
      inApp: form.has(`inApp:${kind}`),
      email: form.has(`email:${kind}`),
    }));
    await savePreferences(await database(), userId, choices);
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account/notices');
  return { done: say('emails.notices.saved') };
}

export async function unsubscribeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, unsubscribeInput, async ({ token }) =>
    unsubscribe(await database(), token),
  );
  return outcome.ok ? { done: outcome.value } : outcome.state;
}
