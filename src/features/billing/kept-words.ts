/**
 * Why something did not work, as our rows keep it: in English, whoever asked, and told in the language of whoever reads it. What
 * Stripe says stays in Stripe's words.
 */
import type { Texts } from '@/texts/make-texts';
import { english, type Messages } from '@/texts/messages/english';

export type KeptName = keyof Messages['billing']['kept'];

const NAMES = new Map(
  Object.entries(english.billing.kept).map(([name, text]) => [text, name as KeptName] as const),
);

/** What is written down. */
export function keptText(name: KeptName): string {
  return english.billing.kept[name];
}

/** What was written down, told in the language of `texts`. */
export function tellKept<T extends string | null>(kept: T, texts: Texts): T;
export function tellKept(kept: string | null, texts: Texts): string | null {
  const name = kept === null ? undefined : NAMES.get(kept);
  return name ? texts.t(`billing.kept.${name}`) : kept;
}
