/**
 * Signs a person in who proved an address by opening an e-mailed invitation. Server-side only: it has no HTTP path; whoever
 * accepts an invitation calls it after the verb has consumed the single-use token.
 */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

export function invitationSignIn() {
  return {
    id: 'invitation-sign-in',
    endpoints: {
      signInInvited: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          if (!user) throw new Error('The invited person has no account.');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ ok: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
