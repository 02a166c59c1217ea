import { readForm } from '@/auth/read-form';
import { internalRoute } from '@/auth/route';
import { seeOther } from '@/auth/see-other';
import { findSession } from '@/auth/session';
import { beginSocialLink } from '@/auth/social/begin';
import { requireActive } from '@/auth/social/providers';

/** The account page's form that links a service: `provider`. Answers the way to it; it sends the browser back to the account page. */
export const POST = internalRoute({}, async ({ request, db }) => {
  const provider = requireActive((await readForm(request)).get('provider'));
  const person = await findSession(request.headers);
  if (!person) return seeOther('/sign-in?next=%2Faccount');
  const { url, cookies } = await beginSocialLink(db, person, request.headers, provider);
  return seeOther(url, cookies);
});
