import { type MailTemplate, renderMail } from '@/features/notifications/templates';
import { textsIn } from '@/texts/catalogue';
import type { Language } from '@/texts/languages';
import type { Texts } from '@/texts/make-texts';
import { MAIL_EXAMPLES } from '../../tests/support/mail-examples';

export type RenderedMail = Awaited<ReturnType<typeof renderMail>>;

/** Null when there is no such e-mail. */
export async function renderExample(name: string, language: Language): Promise<RenderedMail | null> {
  return isMail(name) ? render(name, textsIn(language)) : null;
}

function render<T extends MailTemplate>(name: T, texts: Texts): Promise<RenderedMail> {
  return renderMail(name, MAIL_EXAMPLES[name], texts);
}

function isMail(name: string): name is MailTemplate {
  return Object.hasOwn(MAIL_EXAMPLES, name);
}
