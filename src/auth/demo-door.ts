import type { Db } from '@/db/types';
import { env } from '@/env';
import { isDemoOpen } from '@/features/demo/demo-rules';
import { openDemo } from '@/features/demo/open-demo';
import { notFound } from '@/lib/errors';
import { auth } from './instance';
import { seeOther } from './see-other';

/** Signs the visitor in as the demo team's owner or member, without an account. Throws `not_found` outside of embedded mode. */
export async function enterDemo(db: Db, headers: Headers, form: FormData): Promise<Response> {
  if (!isDemoOpen(headers, env())) throw notFound('page');
  const { slug, ownerId, memberId } = await openDemo(db, { afresh: form.get('afresh') === '1' });
  const { api } = await auth();
  const userId = form.get('as') === 'member' ? memberId : ownerId;
  const { headers: answered } = await api.signInInvited({ body: { userId }, headers, returnHeaders: true });
  return seeOther(`/teams/${slug}`, answered.getSetCookie());
}
