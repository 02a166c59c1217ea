/** `useTexts` where components are rendered on the server alone: all texts are at hand. */
import { use } from 'react';
import type { Texts } from './make-texts';
import { pageTexts } from './page-texts';

export function useTexts(): Texts {
  return use(pageTexts());
}
