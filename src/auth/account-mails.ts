/** The mails about accounts. Their links are pages of ours that ask for one press: a mail scanner that opens a link signs nobody in. */
import type { Db } from '@/db/types';
import { env } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import { sha256Hex } from '@/lib/hash';
import { returnPath } from '@/lib/return-path';
import { MINUTE } from '@/lib/time';

type Person = { id: string; name: string; email: string };
/** `url` is better-auth's own link; only its callback is of use. */
type Link = { user: Person; token: string; url?: string | undefined };

export function accountMails(db: () => Db) {
  return {
    verifyEmail: ({ user, token, url }: Link) =>
      queueMail(
        { db: db() },
        {
          to: user.email,
          template: 'verify-email',
          props: { name: user.name, url: link('/verify-email', token, url) },
          dedupeKey: `verify:${sha256Hex(token)}`,
        },
      ),
    resetPassword: ({ user, token }: Link) =>
      queueMail(
        { db: db() },
        {
          to: user.email,
          template: 'reset-password',
          props: { name: user.name, url: link('/reset-password', token) },
          dedupeKey: `reset:${sha256Hex(token)}`,
        },
      ),
    signInLink: ({ user, token, url }: Link) =>
      queueMail(
        { db: db() },
        {
          to: user.email,
          template: 'sign-in-link',
          props: { name: user.name, url: link('/sign-in/link', token, url) },
          dedupeKey: `sign-in:${sha256Hex(token)}`,
        },
      ),
    /** Somebody signed up with an address that has an account: its owner hears of it, the sign-up page tells nothing. */
    accountExists: ({ user }: { user: Person }) =>
      queueMail(
        { db: db() },
        {
          to: user.email,
          template: 'account-exists',
          props: { name: user.name, url: `${env().appUrl}/sign-in` },
          // At most one in ten minutes, or a form would flood a stranger's inbox.
          dedupeKey: `exists:${user.id}:${Math.floor(Date.now() / (10 * MINUTE))}`,
        },
      ),
  };
}

function link(path: string, token: string, vendorUrl?: string): string {
  const next = vendorUrl ? returnPath(new URL(vendorUrl).searchParams.get('callbackURL'), '') : '';
  const query = next && next !== '/' ? `?next=${encodeURIComponent(next)}` : '';
  return `${env().appUrl}${path}/${token}${query}`;
}
