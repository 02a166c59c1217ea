'use server';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { auth } from '@/auth/instance';
import { env } from '@/env';
import { isDemoOpen } from './demo-rules';
import { openDemo } from './open-demo';

/** Signs the visitor in as the demo team's owner or member, without an account. Embedded mode only. */
export async function openDemoAction(form: FormData): Promise<void> {
  const sent = await headers();
  if (!isDemoOpen(sent, env())) notFound();
  const { slug, ownerId, memberId } = await openDemo(await database(), {
    afresh: form.get('afresh') === '1',
  });
  const { api } = await auth();
  const userId = form.get('as') === 'member' ? memberId : ownerId;
  await api.signInInvited({ body: { userId }, headers: sent });
  redirect(`/teams/${slug}`);
}
