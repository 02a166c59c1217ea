/** The mail port: Resend, SMTP, or (embedded) nothing to do, because the row in `mail` is read at /dev/mailbox. */
import { env } from '@/env';
import { resendMailer } from './resend';
import { smtpMailer } from './smtp';

export type OutgoingMail = {
  /** Our mail id; the provider's idempotency key. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

export type Mailer = {
  readonly kind: 'resend' | 'smtp' | 'mailbox';
  send(mail: OutgoingMail): Promise<void>;
};

const mailbox: Mailer = { kind: 'mailbox', send: async () => {} };

let chosen: Mailer | undefined;

export function mailer(): Mailer {
  chosen ??= choose();
  return chosen;
}

function choose(): Mailer {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, MAIL_FROM, embedded } = env();
  if (RESEND_API_KEY)
    return resendMailer({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL, from: MAIL_FROM });
  if (SMTP_URL) return smtpMailer({ url: SMTP_URL, from: MAIL_FROM });
  if (embedded) return mailbox;
  throw new Error('Configuration: no mail provider is set');
}
