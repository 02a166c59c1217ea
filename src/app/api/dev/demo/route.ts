import { enterDemo } from '@/auth/demo-door';
import { readForm } from '@/auth/read-form';
import { internalRoute } from '@/auth/route';

/** The doors of the demo team on the sign-in page: `as` owner or member, `afresh` for another team. */
export const POST = internalRoute({}, async ({ request, db }) =>
  enterDemo(db, request.headers, await readForm(request)),
);
