'use server';
/** Unlinking another service. Linking one is a plain form's way there and back (`/api/sign-in/link-social`). */
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { requireSession } from '@/auth/session';
import { activeSocialProviders } from '@/auth/social/providers';
import { EMPTY_FORM, type FormState } from '@/lib/form-state';
import { socialInput } from './input';
import { unlinkSocial } from './social';

export async function unlinkSocialAction(provider: string): Promise<FormState> {
  const form = new FormData();
  form.set('provider', provider);
  const outcome = await submitForm(form, socialInput, async (input) => {
    const { userId } = await requireSession(await headers());
    await unlinkSocial(await database(), userId, input.provider, activeSocialProviders());
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account');
  return EMPTY_FORM;
}
