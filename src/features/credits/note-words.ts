import { textsIn } from '@/texts/catalogue';
import { LANGUAGES } from '@/texts/languages';
import type { Texts } from '@/texts/make-texts';

/** Notes that we write ourselves. The ledger keeps them for ever, in the language of whom they were written for. */
const OURS = ['members.firstGrant', 'credits.moved.demoTeam'] as const;

/** The note of a move: ours in the language of its reader, a person's as it was written. */
export function noteWords(note: string | null, { t }: Texts): string | null {
  const ours = OURS.find((key) => LANGUAGES.some((language) => textsIn(language).t(key) === note));
  return ours ? t(ours) : note;
}
