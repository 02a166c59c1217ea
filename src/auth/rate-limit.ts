/** Rate limits in the database, so that every process counts together. When the store is down the request is refused. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { runText } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/** Requests (`points`) in a window of `duration` seconds. */
export const LIMITS = {
  /** Password tries for one address. */
  signIn: { points: 10, duration: 60 },
  /** Codes and passwords that a signed-in person gives to change how they sign in. */
  proof: { points: 10, duration: 15 * 60 },
  /** One code of an authenticator app: it counts once while it could still be right. */
  codeOnce: { points: 1, duration: 2 * 60 },
  /** Mails that somebody can have sent to one address: confirmation, reset, sign-in link. */
  accountMail: { points: 6, duration: 10 * 60 },
  /** A person's photo uploads: two full sets and retries. */
  upload: { points: 90, duration: 60 },
  /** Links for a phone that one person asks for. */
  handover: { points: 20, duration: 10 * 60 },
  /** Opened links of hand-overs from one network address, or from all of them where no proxy tells visitors apart. */
  openLink: { points: 300, duration: 60 },
  generate: { points: 20, duration: 60 },
  /** Small pictures of an edit while somebody moves a slider. */
  preview: { points: 300, duration: 60 },
  /** Saved edits: each is drawn in all its pixels. */
  edit: { points: 30, duration: 60 },
  /** Messages of a person's chat: more than anybody types, and each may cost us a call to a model. */
  chat: { points: 20, duration: 60 },
  checkout: { points: 20, duration: 60 },
  invite: { points: 60, duration: 60 },
  acceptInvitation: { points: 20, duration: 60 },
  /** Sign-ins, sign-ups and requests for a mail from one network address; each kind by itself. */
  address: { points: 20, duration: 60 },
  /** The same where no proxy tells visitors apart. */
  sharedAddress: { points: 1_000, duration: 60 },
  /** What somebody types into the palette, a letter at a time. */
  find: { points: 240, duration: 60 },
  /** Pictures that one network address asks about: somebody with a folder of them. */
  verify: { points: 120, duration: 60 },
  /** Files that are converted while they are sent. */
  download: { points: 120, duration: 60 },
  /** Everything about a person, with all their pictures. */
  export: { points: 5, duration: 10 * 60 },
  write: { points: 240, duration: 60 },
  /** Requests of any kind with one API key. */
  key: { points: 600, duration: 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

/** Throws `rate_limited` with `retryAfterSeconds` when `key` (a person, an IP) used up this limit. */
export async function consumeLimit(db: Db, name: LimitName, key: string): Promise<void> {
  const limiter = new RateLimiterPostgres({
    storeClient: {
      query: ({ text, values }: { text: string; values?: unknown[] }) => runText(db, text, values),
    },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    ...LIMITS[name],
  });
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    throw new AppError('rate_limited', say('errors.tooMany', { seconds: retryAfterSeconds }), {
      retryAfterSeconds,
    });
  }
}
