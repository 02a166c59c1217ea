/** Hands queued mails to the mail adapter. A mail row is sent once: its id goes along as the provider's idempotency key. */
import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { mailer } from '@/adapters/mail/mailer';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { defineJob } from '@/jobs/definition';
import { enqueue } from '@/jobs/port';
import { errorMessage } from '@/lib/log-error';
import { MINUTE } from '@/lib/time';
import { findMailChoice } from './preferences';

export const deliverMailJob = defineJob(z.object({ mailId: z.string() }), async ({ mailId }, { db }) => {
  const [row] = await db
    .update(mail)
    .set({ attempts: sql`${mail.attempts} + 1` })
    .where(and(eq(mail.id, mailId), eq(mail.status, 'queued')))
    .returning();
  if (!row) return;
  try {
    await mailer().send({
      id: row.id,
      to: row.recipient,
      subject: row.subject,
      html: row.html,
      text: row.text,
      headers: await unsubscribeHeaders(db, row),
    });
  } catch (error) {
    await db
      .update(mail)
      .set({ lastError: errorMessage(error) })
      .where(eq(mail.id, mailId));
    throw error;
  }
  await db
    .update(mail)
    .set({ status: 'sent', sentAt: new Date(), ...emptied() })
    .where(eq(mail.id, mailId));
});

/** Puts mails back into the queue whose job was lost or gave up; after a day they count as failed. */
export const sweepMailJob = defineJob(z.object({}), async (_data, { db }) => {
  await giveUpOld(db);
  const waiting = await db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.status, 'queued'), lt(mail.createdAt, new Date(Date.now() - 10 * MINUTE))))
    .limit(200);
  for (const { id } of waiting) await enqueue(db, 'mail.deliver', { mailId: id });
});

async function giveUpOld(db: Db): Promise<void> {
  await db
    .update(mail)
    .set({ status: 'failed', ...emptied() })
    .where(and(eq(mail.status, 'queued'), sql`${mail.createdAt} < now() - interval '1 day'`));
}

/** Links in mails are bearer secrets: once a mail is done with, its text need not lie here. The local mailbox reads the rows themselves. */
function emptied(): { html?: string; text?: string } {
  return mailer().kind === 'mailbox' ? {} : { html: '', text: '' };
}

/** What mail programs make their own "Unsubscribe" of (RFC 2369, RFC 8058); only where it may be switched off. */
async function unsubscribeHeaders(
  db: Db,
  { template, recipient }: { template: string; recipient: string },
): Promise<Record<string, string>> {
  const choice = await findMailChoice(db, template, recipient);
  if (!choice) return {};
  return {
    'List-Unsubscribe': `<${choice.oneClick}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
