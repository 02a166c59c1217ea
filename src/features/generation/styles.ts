import type { Texts } from '@/texts/make-texts';

/** The groups that styles are shown in, in their order. */
export const STYLE_CATEGORIES = ['Business', 'Creative', 'Entertainment', 'Specialized', 'Premium'] as const;
export type StyleCategory = (typeof STYLE_CATEGORIES)[number];

/** As pages name it; one that is not of the list is named as it is. */
export function categoryName(category: string, { t }: Texts): string {
  const known = STYLE_CATEGORIES.find((one) => one === category);
  return known ? t(`generation.client.category.${known}`) : category;
}

/** By category, then by position; what has an unknown category stands last. */
export function byPlace(
  one: { category: string; position: number },
  two: { category: string; position: number },
): number {
  return rankOf(one.category) - rankOf(two.category) || one.position - two.position;
}

function rankOf(category: string): number {
  const at: number = (STYLE_CATEGORIES as readonly string[]).indexOf(category);
  return at < 0 ? STYLE_CATEGORIES.length : at;
}
