/** The texts of a page, for what is async in it; components that are not call `useTexts`. */
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { textsIn } from './catalogue';
import { LANGUAGE_COOKIE } from './languages';
import type { Texts } from './make-texts';
import { requestLanguage } from './request-language';

export const pageTexts = cache(async (): Promise<Texts> => {
  // By Next's own store: a page that a form's answer draws anew already knows the choice that this form made.
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return textsIn(requestLanguage(await headers(), chosen));
});
