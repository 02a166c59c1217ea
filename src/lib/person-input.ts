/** What people type about themselves, checked alike by forms, the API and better-auth's own endpoints. */
import { z } from 'zod';

/** Names stand in mails and notices; line breaks and markup would let a stranger write more than a name. */
export function nameText(missing: string, allowed: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(80, 'At most 80 characters.')
    .regex(/^[^\p{Cc}<>]*$/u, allowed);
}

export const personName = nameText('Enter your name.', 'Use letters, spaces and hyphens.');

/** Lower case, as addresses are stored. */
export const emailInput = z
  .string({ error: 'Enter your e-mail.' })
  .trim()
  .toLowerCase()
  .min(1, 'Enter your e-mail.')
  .max(254, 'This is too long for an e-mail address.')
  .pipe(z.email('This is not an e-mail address.'));
