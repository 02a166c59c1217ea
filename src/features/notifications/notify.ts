/** In-app notices and e-mails, both written in the transaction that causes them and at most once a `dedupeKey`. */

import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { mail, notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { newId } from '@/lib/ids';
import { textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';
import { emitEvent } from './emit-event';
import { findMailChoice, wantsNotice } from './preferences';
import { languageOfAddress, languageOfPerson } from './reader-language';
import { type MailProps, type MailTemplate, renderMail } from './templates';

/** Words for one person: as somebody else wrote them, or ours in the language of who is told. */
export type Told = string | ((texts: Texts) => string);

export type NewNotice = {
  userId: string;
  type: string;
  title: Told;
  body: Told;
  /** Path inside the product. */
  href?: string;
  dedupeKey: string;
};

/** Nothing for a person who switched notices of this kind off. */
export async function writeNotice(ctx: Ctx, input: NewNotice): Promise<void> {
  if (!(await wantsNotice(ctx.db, input.userId, input.type))) return;
  const texts = textsIn(await languageOfPerson(ctx.db, input.userId));
  const written = await ctx.db
    .insert(notice)
    .values({
      id: newId('notice'),
      organizationId: ctx.orgId,
      ...input,
      title: inWords(input.title, texts),
      body: inWords(input.body, texts),
    })
    .onConflictDoNothing({ target: notice.dedupeKey })
    .returning({ id: notice.id });
  if (written.length > 0) await emitEvent(ctx, { type: 'notice.created', userId: input.userId });
}

function inWords(told: Told, texts: Texts): string {
  return typeof told === 'string' ? told : told(texts);
}

export type NewMail<T extends MailTemplate> = {
  to: string;
  template: T;
  /** What the mail says; a function where words or amounts in it are written in the reader's language. */
  props: MailProps<T> | ((texts: Texts) => MailProps<T>);
  dedupeKey: string;
  organizationId?: string;
};

/**
 * Renders the mail and puts it into the outbox; a job delivers it after the transaction commits. Nothing for a person who switched
 * mails of this kind off; whoever may do so finds the way at the end of the mail.
 */
export async function queueMail<T extends MailTemplate>(ctx: { db: Db }, input: NewMail<T>): Promise<void> {
  // Callers that look again every hour should not render every hour. The unique key decides, not this look.
  const earlier = await ctx.db.select({ id: mail.id }).from(mail).where(eq(mail.dedupeKey, input.dedupeKey));
  if (earlier.length > 0) return;
  const choice = await findMailChoice(ctx.db, input.template, input.to);
  if (choice && !choice.wanted) return;
  const texts = textsIn(await languageOfAddress(ctx.db, input.to));
  const said = typeof input.props === 'function' ? input.props(texts) : input.props;
  const props = choice
    ? ({ ...(said as object), unsubscribeUrl: choice.page } as unknown as MailProps<T>)
    : said;
  const { subject, html, text } = await renderMail(input.template, props, texts);
  const id = newId('mail');
  const written = await ctx.db
    .insert(mail)
    .values({
      id,
      organizationId: input.organizationId ?? null,
      dedupeKey: input.dedupeKey,
      recipient: input.to,
      subject,
      html,
      text,
      template: input.template,
    })
    .onConflictDoNothing({ target: mail.dedupeKey })
    .returning({ id: mail.id });
  if (written.length > 0) await enqueue(ctx.db, 'mail.deliver', { mailId: id });
}
