/** `useTexts` where components also run in the browser: the texts that a `ClientTexts` around them was given. */
import { use } from 'react';
import type { Texts } from './make-texts';
import { TextsContext } from './texts-provider';

export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (!texts) throw new Error('No <ClientTexts> around this component.');
  return texts;
}
