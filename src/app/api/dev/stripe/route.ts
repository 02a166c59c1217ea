/** The buttons of the local Stripe's control page, also for scripts. Does not exist where payments are real. */
import { internalRoute } from '@/auth/route';
import { controlPress } from '@/features/local-stripe/input';
import { requireLocalStripe } from '@/features/local-stripe/open-local-stripe';
import { pressControl } from '@/features/local-stripe/press-control';

export const POST = internalRoute({ body: controlPress }, async ({ request, body }) =>
  pressControl(await requireLocalStripe(request), body),
);
