/** What people type about themselves, checked alike by forms, the API and better-auth's own endpoints. */

import { z } from 'zod';
import { textKey } from '@/texts/message-key';

/** Line breaks, markup, and signs that turn the direction of what follows: none of them. */
const NONE_OF = /^[^\p{Cc}\p{Zl}\p{Zp}<>\u202A-\u202E\u2066-\u2069]*$/u;

/** Names stand in mails and notices; with such signs a stranger could write more than a name, or something else than it seems. */
export function nameText(missing: string, allowed: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(80, textKey('errors.name.long'))
    .regex(NONE_OF, allowed);
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
