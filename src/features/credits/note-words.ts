import { textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';

/** Notes that we write ourselves; the ledger keeps them for ever, in English. */
const OURS = ['credits.moved.firstTeam', 'credits.moved.demoTeam'] as const;
const ENGLISH = textsIn('en');

/** The note of a move: ours in the language of its reader, a person's as it was written. */
export function noteWords(note: string | null, { t }: Texts): string | null {
  const ours = OURS.find((key) => ENGLISH.t(key) === note);
  return ours ? t(ours) : note;
}
