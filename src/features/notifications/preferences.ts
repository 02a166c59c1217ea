/** What a person wants to be told, and how. Without a row they want everything. */
import { and, eq, sql } from 'drizzle-orm';
import { user } from '@/db/schema/auth';
import { noticePreference } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { notFound } from '@/lib/errors';
import { KIND_NAMES, NOTICE_KINDS, type NoticeKind, type Preference, type Preferences } from './kind-types';
import { kindOfMail, kindOfNotice } from './rules';
import { fromUnsubscribeToken, toUnsubscribeToken } from './unsubscribe-link';

export async function listPreferences(db: Db, userId: string): Promise<Preferences> {
  const rows = await db.select().from(noticePreference).where(eq(noticePreference.userId, userId));
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  const all = KIND_NAMES.map((kind): [NoticeKind, Preference] => {
    const row = chosen.get(kind);
    return [kind, { inApp: row?.inApp ?? true, email: row?.email ?? true }];
  });
  return Object.fromEntries(all) as Preferences;
}

/** Saves what is named. What nobody may switch off stays on, whatever is asked. */
export async function savePreferences(
  db: Db,
  userId: string,
  choices: readonly (Preference & { kind: NoticeKind })[],
): Promise<void> {
  if (choices.length === 0) return;
  const rows = choices.map(({ kind, inApp, email }) => ({
    userId,
    kind,
    inApp: inApp || NOTICE_KINDS[kind].inApp !== 'choice',
    email: email || NOTICE_KINDS[kind].email !== 'choice',
  }));
  await db
    .insert(noticePreference)
    .values(rows)
    .onConflictDoUpdate({
      target: [noticePreference.userId, noticePreference.kind],
      set: { inApp: sql`excluded.in_app`, email: sql`excluded.email` },
    });
}

/** Whether this person wants in-app notices of this type. */
export async function wantsNotice(db: Db, userId: string, type: string): Promise<boolean> {
  const kind = kindOfNotice(type);
  if (NOTICE_KINDS[kind].inApp !== 'choice') return true;
  const [row] = await db
    .select({ inApp: noticePreference.inApp })
    .from(noticePreference)
    .where(and(eq(noticePreference.userId, userId), eq(noticePreference.kind, kind)));
  return row?.inApp ?? true;
}

export type MailChoice = {
  wanted: boolean;
  /** A page of ours that asks for one press. */
  page: string;
  /** Where a mail program posts. */
  oneClick: string;
};

/** Null when mails of this template are always sent, and for addresses without an account. */
export async function findMailChoice(db: Db, template: string, address: string): Promise<MailChoice | null> {
  const kind = kindOfMail(template);
  if (!kind) return null;
  const [row] = await db
    .select({ userId: user.id, email: noticePreference.email })
    .from(user)
    .leftJoin(noticePreference, and(eq(noticePreference.userId, user.id), eq(noticePreference.kind, kind)))
    .where(eq(user.email, address));
  if (!row) return null;
  const token = toUnsubscribeToken({ userId: row.userId, kind });
  const { appUrl } = env();
  return {
    wanted: row.email ?? true,
    page: `${appUrl}/unsubscribe/${token}`,
    oneClick: `${appUrl}/api/unsubscribe/${token}`,
  };
}

/** Switches the mails off that the token names. Throws `not_found` for what we did not make. */
export async function unsubscribe(db: Db, token: string): Promise<NoticeKind> {
  const bound = fromUnsubscribeToken(token);
  if (!bound) throw notFound('link');
  const { userId, kind } = bound;
  // Nothing to do for somebody who is gone.
  await db.execute(sql`
    insert into notice_preference (user_id, kind, email)
    select id, ${kind}, false from "user" where id = ${userId}
    on conflict (user_id, kind) do update set email = false`);
  return kind;
}
