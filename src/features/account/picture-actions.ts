'use server';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { requireOwnPicture } from '@/auth/own-picture';
import { requireSession } from '@/auth/session';
import { requestDeletion } from '@/features/privacy/request-deletion';
import type { FormState } from '@/lib/form-state';
import { pictureInput } from './input';

/** One picture of the signed-in person, from any team: gone at once, its files within minutes. */
export async function deleteMyPictureAction(pictureId: string): Promise<FormState> {
  const form = new FormData();
  form.set('pictureId', pictureId);
  const outcome = await submitForm(form, pictureInput, async (input) => {
    const { userId } = await requireSession(await headers());
    const ctx = await requireOwnPicture(await database(), userId, input.pictureId);
    await requestDeletion(ctx, { kind: 'picture', targetId: input.pictureId });
  });
  if (!outcome.ok) return outcome.state;
  revalidatePath('/account/pictures');
  return { done: 'Deleted.' };
}
