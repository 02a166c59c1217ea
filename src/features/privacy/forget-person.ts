/** What was written to and about a person outside their photos and pictures, when their account goes. */
import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { verification } from '@/db/schema/auth';
import { mail, notice } from '@/db/schema/notifications';
import { invitation } from '@/db/schema/organizations';
import type { Db } from '@/db/types';

type Person = { id: string; name: string; email: string };

export type ForgottenOfPerson = { notices: number; mails: number };

/** Stands where an address was, and names nobody. The domain is reserved: nothing is ever delivered to it. */
export function opaqueAddress(userId: string): string {
  return `${userId}@deleted.invalid`;
}

/** A pattern that finds the name as a whole word: whoever is called Al is not in an alert. */
function asWord(name: string): string {
  return `(?<![[:alnum:]])${name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')}(?![[:alnum:]])`;
}

/**
 * Deletes their notices, mails and open links, and notices and mails to colleagues that name them (`teams`: where they are or were), all of
 * teams that ended with them; their invitations keep an opaque address. Runs in the caller's transaction.
 */
export async function forgetPerson(
  db: Db,
  { id, name, email }: Person,
  { teams, ended }: { teams: readonly string[]; ended: readonly string[] },
): Promise<ForgottenOfPerson> {
  const own = await db.delete(notice).where(eq(notice.userId, id)).returning({ id: notice.id });
  const mails = await db.delete(mail).where(eq(mail.recipient, email)).returning({ id: mail.id });
  if (teams.length > 0) {
    const names = (text: SQL) => sql`(${text} ~ ${asWord(name)} or position(${email} in ${text}) > 0)`;
    await db
      .delete(notice)
      .where(
        and(inArray(notice.organizationId, [...teams]), names(sql`${notice.title} || ' ' || ${notice.body}`)),
      );
    // One that waits was written for its reader's sake, such as an invitation: it goes out.
    const done = or(ne(mail.status, 'queued'), eq(mail.template, 'credits-requested'));
    await db
      .delete(mail)
      .where(
        and(
          inArray(mail.organizationId, [...teams]),
          done,
          names(sql`${mail.subject} || ' ' || ${mail.text}`),
        ),
      );
  }
  if (ended.length > 0) await db.delete(mail).where(inArray(mail.organizationId, [...ended]));
  await db
    .delete(verification)
    .where(or(eq(verification.value, id), sql`position(${`"${email}"`} in ${verification.value}) > 0`));
  await db
    .update(invitation)
    .set({ email: opaqueAddress(id) })
    .where(eq(invitation.email, email));
  return { notices: own.length, mails: mails.length };
}
