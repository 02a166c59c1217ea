import { Resend } from 'resend';
import type { Mailer } from './mailer';

/** Throws when Resend does not accept the mail, so that the job retries. */
export function resendMailer(options: { apiKey: string; baseUrl?: string; from: string }): Mailer {
  const client = new Resend(options.apiKey, options.baseUrl ? { baseUrl: options.baseUrl } : undefined);
  return {
    kind: 'resend',
    send: async ({ id, to, subject, html, text, headers }) => {
      const { error } = await client.emails.send(
        { from: options.from, to, subject, html, text, headers },
        { idempotencyKey: id },
      );
      if (error) throw new Error(`Resend: ${error.name}`);
    },
  };
}
