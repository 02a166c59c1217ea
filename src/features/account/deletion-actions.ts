'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { endAccount } from '@/auth/end-account';
import { submitForm } from '@/auth/form';
import { requireSession } from '@/auth/session';
import type { FormState } from '@/lib/form-state';
import { deleteAccountForm } from './deletion-input';

/** Ends at the receipt, signed out. */
export async function deleteAccountAction(_previous: FormState, form: FormData): Promise<FormState> {
  const sent = await headers();
  const outcome = await submitForm(form, deleteAccountForm, async (input) => {
    const person = await requireSession(sent);
    return endAccount(await database(), person, sent, input);
  });
  if (!outcome.ok) return outcome.state;
  redirect(`/deleted/${outcome.value.receipt}`);
}
