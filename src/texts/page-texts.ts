/** The texts of a page, for what is async in it; components that are not call `useTexts`. */
import { headers } from 'next/headers';
import { cache } from 'react';
import { textsIn } from './catalogue';
import type { Texts } from './make-texts';
import { requestLanguage } from './request-language';

export const pageTexts = cache(async (): Promise<Texts> => textsIn(requestLanguage(await headers())));
