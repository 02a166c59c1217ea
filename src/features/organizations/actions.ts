'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { submitForm } from '@/auth/form';
import { consumeLimit } from '@/auth/rate-limit';
import { requireSession } from '@/auth/session';
import { readArrival } from '@/lib/arrival';
import type { FormState } from '@/lib/form-state';
import { createTeam } from './create-team';
import { createTeamInput } from './input';

export async function createTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  const outcome = await submitForm(form, createTeamInput, async (input) => {
    const { userId } = await requireSession(await headers());
    const db = await database();
    await consumeLimit(db, 'write', userId);
    return createTeam(db, userId, input);
  });
  if (!outcome.ok) return outcome.state;
  const { page } = readArrival(Object.fromEntries(form));
  redirect(`/teams/${outcome.value.slug}${page}`);
}
