import { readForm } from '@/auth/read-form';
import { internalRoute } from '@/auth/route';
import { seeOther } from '@/auth/see-other';
import { beginSocialSignIn } from '@/auth/social/begin';
import { requireActive } from '@/auth/social/providers';
import { returnPath } from '@/lib/return-path';

/** A plain form begins here: `provider`, and `next`, a path of ours. Answers the way to that provider. */
export const POST = internalRoute({}, async ({ request }) => {
  const form = await readForm(request);
  const provider = requireActive(form.get('provider'));
  const { url, cookies } = await beginSocialSignIn(request.headers, {
    provider,
    next: returnPath(form.get('next')),
  });
  return seeOther(url, cookies);
});
