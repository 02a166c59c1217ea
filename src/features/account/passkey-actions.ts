'use server';
/** Names of passkeys, and taking one away. Adding one goes from the browser to better-auth. */
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { requireSession } from '@/auth/session';
import type { FormState } from '@/lib/form-state';
import { passkeyInput, passkeyNameInput } from './input';
import { removePasskey, renamePasskey } from './passkeys';

export async function renamePasskeyAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, passkeyNameInput, async (input) => {
    const { userId } = await requireSession(await headers());
    await renamePasskey(await database(), userId, input);
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: 'Saved.' };
}

export async function removePasskeyAction(id: string): Promise<FormState> {
  const form = new FormData();
  form.set('id', id);
  const outcome = await submitForm(form, passkeyInput, async (input) => {
    const { userId } = await requireSession(await headers());
    await removePasskey(await database(), userId, input.id);
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return { done: 'Removed.' };
}
