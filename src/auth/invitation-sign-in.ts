/**
 * Signs a person in who proved an address by opening an e-mailed invitation. Server-side only: the endpoint has no
 * HTTP path of its own; `acceptInvitation`'s route calls it after the verb has consumed the single-use token.
 */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

export function invitationSignIn() {
  return {
    id: 'invitation-sign-in',
    endpoints: {
      signInInvited: createAuthEndpoint(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (context) => {
          const user = await context.context.internalAdapter.findUserById(context.body.userId);
          if (!user) throw new Error('invited user vanished');
          const session = await context.context.internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ ok: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
