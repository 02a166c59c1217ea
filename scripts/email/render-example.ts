import { type MailTemplate, renderMail } from '@/features/notifications/templates';
import { MAIL_EXAMPLES } from '../../tests/support/mail-examples';

export type RenderedMail = Awaited<ReturnType<typeof renderMail>>;

/** Null when there is no such e-mail. */
export async function renderExample(name: string): Promise<RenderedMail | null> {
  return isMail(name) ? render(name) : null;
}

function render<T extends MailTemplate>(name: T): Promise<RenderedMail> {
  return renderMail(name, MAIL_EXAMPLES[name]);
}

function isMail(name: string): name is MailTemplate {
  return Object.hasOwn(MAIL_EXAMPLES, name);
}
