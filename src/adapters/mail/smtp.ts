import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer';

export function smtpMailer(options: { url: string; from: string }): Mailer {
  const transport = createTransport(options.url);
  return {
    kind: 'smtp',
    send: async ({ id, to, subject, html, text, headers }) => {
      await transport.sendMail({
        from: options.from,
        to,
        subject,
        html,
        text,
        headers,
        messageId: `<${id}@headcraft>`,
      });
    },
  };
}
