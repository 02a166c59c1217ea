import { passDoor, signIn } from '@/auth/door';
import { readForm } from '@/auth/read-form';
import { internalRoute } from '@/auth/route';

/** Where the sign-in page sends its form, and every browser that has a session's cookie already. */
export const POST = internalRoute({}, async ({ request }) =>
  signIn(request.headers, await readForm(request)),
);

export const GET = internalRoute({}, ({ request }) =>
  passDoor(request.headers, new URL(request.url).searchParams),
);
