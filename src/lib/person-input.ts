/** What people type about themselves, checked alike by forms, the API and better-auth's own endpoints. */

import { z } from 'zod';
import { textKey } from '@/texts/message-key';

/** Names stand in mails and notices; line breaks and markup would let a stranger write more than a name. */
export function nameText(missing: string, allowed: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(80, textKey('errors.name.long'))
    .regex(/^[^\p{Cc}<>]*$/u, allowed);
}

export const personName = nameText(textKey('errors.name.missing'), textKey('errors.name.letters'));

/** Lower case, as addresses are stored. */
export const emailInput = z
  .string({ error: textKey('errors.email.missing') })
  .trim()
  .toLowerCase()
  .min(1, textKey('errors.email.missing'))
  .max(254, textKey('errors.email.long'))
  .pipe(z.email(textKey('errors.email.invalid')));
