/**
 * better-auth owns people, passwords, sessions, organizations and members' roles. Our verbs write organizations and memberships
 * in their own transactions (with wallets and audit), so the plugin's writing endpoints are switched off.
 */
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { nextCookies } from 'better-auth/next-js';
import { organization as organizationPlugin } from 'better-auth/plugins';
import { database } from '@/adapters/database/client';
import * as tables from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { env, localSecret } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import { sha256Hex } from '@/lib/hash';
import { ID_PREFIX, type IdKind, newId } from '@/lib/ids';
import { DISABLED_PATHS } from './disabled-paths';
import { invitationSignIn } from './invitation-sign-in';

const HOUR_SECONDS = 60 * 60;
const WEEK_SECONDS = 7 * 24 * HOUR_SECONDS;

function createAuth(db: Db) {
  const { appUrl, AUTH_SECRET, TRUST_PROXY, embedded } = env();
  return betterAuth({
    appName: 'headcraft',
    baseURL: appUrl,
    secret: AUTH_SECRET ?? localSecret('auth'),
    trustedOrigins: embedded ? localOrigins : [appUrl],
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { ...tables, rateLimit: tables.authRateLimit },
      transaction: true,
    }),
    advanced: {
      database: { generateId: ({ model }) => newId(isIdKind(model) ? model : 'request') },
      ipAddress: { ipAddressHeaders: TRUST_PROXY ? ['x-forwarded-for'] : ['x-headcraft-ip'] },
      useSecureCookies: appUrl.startsWith('https://'),
    },
    session: { expiresIn: WEEK_SECONDS, updateAge: 24 * HOUR_SECONDS },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: HOUR_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url, token }) =>
        queueMail(
          { db },
          {
            to: user.email,
            template: 'reset-password',
            props: { name: user.name, url },
            dedupeKey: `reset:${sha256Hex(token)}`,
          },
        ),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: HOUR_SECONDS,
      sendVerificationEmail: ({ user, url, token }) =>
        queueMail(
          { db },
          {
            to: user.email,
            template: 'verify-email',
            props: { name: user.name, url },
            dedupeKey: `verify:${sha256Hex(token)}`,
          },
        ),
    },
    rateLimit: {
      enabled: process.env.NODE_ENV !== 'test',
      storage: 'database',
      modelName: 'rateLimit',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-up/email': { window: 60, max: 20 },
        '/request-password-reset': { window: 60, max: 10 },
        '/send-verification-email': { window: 60, max: 10 },
      },
    },
    disabledPaths: DISABLED_PATHS,
    plugins: [
      organizationPlugin({ requireEmailVerificationOnInvitation: true }),
      invitationSignIn(),
      nextCookies(),
    ],
    telemetry: { enabled: false },
  });
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
  holder.headcraftAuth ??= database().then(createAuth);
  return holder.headcraftAuth;
}
