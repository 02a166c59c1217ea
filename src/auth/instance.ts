/**
 * better-auth owns people, passwords, sessions, organizations and members' roles. Our verbs write organizations and memberships
 * in their own transactions (with wallets and audit), so the plugin's writing endpoints are switched off.
 */
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware, createEmailVerificationToken, isAPIError } from 'better-auth/api';
import { nextCookies } from 'better-auth/next-js';
import { magicLink, organization as organizationPlugin } from 'better-auth/plugins';
import { and, eq } from 'drizzle-orm';
import { database } from '@/adapters/database/client';
import * as tables from '@/db/schema/auth';
import { invitation } from '@/db/schema/organizations';
import type { Db } from '@/db/types';
import { env, localSecret } from '@/env';
import { mailAccountChange } from '@/features/account/account-mail';
import { forgetTrustedDevices } from '@/features/account/end-session';
import { ID_PREFIX, type IdKind, newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { currentTexts } from '@/texts/current-texts';
import { accountMails } from './account-mails';
import { afterChange } from './after-change';
import { DISABLED_PATHS } from './disabled-paths';
import { limitByAddress, limitByEmail } from './email-limits';
import { invitationSignIn } from './invitation-sign-in';
import { passkeys } from './passkeys';
import { checkPersonFields } from './person-fields';
import { secondStep, spendCode } from './second-step';
import { socialGate } from './social/gate';
import { socialProviders } from './social/providers';
import { transactionScope } from './transaction-scope';
import { dropUnprovenPassword } from './unproven-password';

const HOUR_SECONDS = 60 * 60;
const WEEK_SECONDS = 7 * 24 * HOUR_SECONDS;

function createAuth(db: Db) {
  const { appUrl, AUTH_SECRET, embedded, NODE_ENV } = env();
  const secret = AUTH_SECRET ?? localSecret('auth');
  const scope = transactionScope(db);
  const mails = accountMails(scope.current);
  return betterAuth({
    appName: 'headcraft',
    baseURL: appUrl,
    secret,
    trustedOrigins: embedded ? localOrigins : [appUrl],
    database: drizzleAdapter(scope.db, {
      provider: 'pg',
      schema: { ...tables, rateLimit: tables.authRateLimit, invitation },
      transaction: true,
    }),
    advanced: {
      database: { generateId: ({ model }) => newId(isIdKind(model) ? model : 'request') },
      // Set by middleware.ts on every request, so a client cannot choose it.
      ipAddress: { ipAddressHeaders: ['x-headcraft-ip'] },
      // The vendor's default switches both off in tests; then no test could see them work.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: appUrl.startsWith('https://'),
    },
    // Only its own form writes it; a new account has that of the browser it was made in.
    user: {
      additionalFields: {
        language: { type: 'string', input: false, defaultValue: () => currentTexts().language },
      },
      validateUserInfo: socialGate(scope.current),
    },
    account: {
      // Nothing of a provider's is kept but its id of the person.
      updateAccountOnSignIn: false,
      // `socialGate` has a stricter rule for addresses, also for ours; who links from the account page may have another one there.
      accountLinking: { requireLocalEmailVerified: false, allowDifferentEmails: true },
    },
    databaseHooks: {
      account: { create: { before: async (row) => ({ data: { ...row, idToken: undefined } }) } },
    },
    session: { expiresIn: WEEK_SECONDS, updateAge: 24 * HOUR_SECONDS },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: HOUR_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: mails.resetPassword,
      // The link came by e-mail, so following it proves the address as well.
      onPasswordReset: async ({ user }) => {
        await scope
          .current()
          .update(tables.user)
          .set({ emailVerified: true })
          .where(and(eq(tables.user.id, user.id), eq(tables.user.emailVerified, false)));
        await forgetTrustedDevices(scope.current(), user.id);
        await mailAccountChange(scope.current(), user.id, 'password-changed');
      },
      onExistingUserSignUp: async ({ user }) => {
        if (user.emailVerified) return mails.accountExists({ user });
        const token = await createEmailVerificationToken(secret, user.email, undefined, HOUR_SECONDS);
        return mails.verifyEmail({ user, token });
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: HOUR_SECONDS,
      sendVerificationEmail: mails.verifyEmail,
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        checkPersonFields(context.path, context.body);
        await limitByAddress(db, context.path, context.headers);
        await limitByEmail(db, context.path, context.body);
        await spendCode(db, context);
        if (context.path === '/sign-up/email') await dropUnprovenPassword(context);
      }),
      after: createAuthMiddleware(({ path, context }) => afterChange(db, path, context)),
    },
    rateLimit: {
      enabled: NODE_ENV !== 'test',
      storage: 'database',
      modelName: 'rateLimit',
      ...addressLimits(),
    },
    disabledPaths: DISABLED_PATHS,
    plugins: [
      organizationPlugin({
        requireEmailVerificationOnInvitation: true,
        // The plugin insists on a table; its invitation endpoints are switched off, ours are in features/organizations.
        schema: {
          invitation: {
            fields: { inviterId: 'invitedBy' },
            additionalFields: { tokenHash: { type: 'string', required: true } },
          },
        },
      }),
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: HOUR_SECONDS,
        sendMagicLink: async ({ email, token, url }) => {
          const [user] = await scope.current().select().from(tables.user).where(eq(tables.user.email, email));
          if (user) await mails.signInLink({ user, token, url });
        },
      }),
      invitationSignIn(),
      secondStep(),
      socialProviders(),
      passkeys(),
      nextCookies(),
    ],
    // Warnings and errors only: its information lines carry e-mail addresses.
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'warn' ? 'info' : 'error']({ auth: errorMessage(message) }),
    },
    // The vendor would write refusals and failed statements, with their values, to the console.
    onAPIError: {
      errorURL: `${appUrl}/sign-in`,
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500) log.error({ err: error }, 'auth failed');
      },
    },
    telemetry: { enabled: false },
  });
}

/**
 * Limits by network address. Without a trusted proxy all visitors share one address, and a tight limit would let one of them lock
 * out the rest; there the limits by e-mail (`email-limits.ts`) carry the weight. These count requests to the vendor's own endpoints.
 */
function addressLimits() {
  const visitors = env().TRUST_PROXY ? 1 : 50;
  const rule = (max: number) => ({ window: 60, max: max * visitors });
  return {
    ...rule(300),
    customRules: {
      '/sign-in/email': rule(20),
      '/sign-in/magic-link': rule(10),
      '/magic-link/verify': rule(20),
      '/sign-up/email': rule(20),
      '/change-password': rule(20),
      '/passkey/verify-authentication': rule(20),
      '/passkey/verify-registration': rule(10),
      '/request-password-reset': rule(10),
      '/send-verification-email': rule(10),
    },
  };
}

/** The app answers on localhost and 127.0.0.1 (and the local network when opened to it): each is its own origin. */
function localOrigins(request?: Request): string[] {
  const host = request?.headers.get('host');
  return host ? [env().appUrl, `http://${host}`] : [env().appUrl];
}

function isIdKind(model: string): model is IdKind {
  return model in ID_PREFIX;
}

export type Auth = ReturnType<typeof createAuth>;

const holder = globalThis as typeof globalThis & { headcraftAuth?: Promise<Auth> };

export function auth(): Promise<Auth> {
  holder.headcraftAuth ??= database()
    .then(createAuth)
    .catch((error: unknown) => {
      // A database that was away for a moment must not be away for ever.
      holder.headcraftAuth = undefined;
      throw error;
    });
  return holder.headcraftAuth;
}
