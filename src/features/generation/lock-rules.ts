/**
 * What a team's tier does not have, and what brings it: pure, so that page, API and server agree. Core styles, which every team has,
 * are those that are not premium.
 */

import {
  ENTITLEMENTS,
  type Entitlements,
  TIERS,
  type Tier,
  tierFor,
} from '@/features/billing/entitlement-rules';
import type { Quality } from '@/features/billing/price-list';
import { TIER_NAMES } from '@/features/billing/tier-types';
import type { Texts } from '@/texts/make-texts';

export type Lock = {
  entitlement: 'styles' | 'quality' | 'variations';
  /** The lowest tier that has it. */
  needs: Tier;
  /** "3 or 4 pictures come with Plus." */
  message: string;
};

export type LockableStyle = { name: string; premium: boolean };

export type Wish = { style: LockableStyle; quality: Quality; variations: number };

/** Everything about the wish that these entitlements lack; empty: it can be had. */
export function locksOf(has: Entitlements, { style, quality, variations }: Wish, texts: Texts): Lock[] {
  return [
    styleLock(has, style, texts),
    qualityLock(has, quality, texts),
    variationsLock(has, variations, texts),
  ].filter((lock) => lock !== null);
}

export function styleLock(has: Entitlements, { name, premium }: LockableStyle, texts: Texts): Lock | null {
  if (hasStyle(has, premium)) return null;
  const needs = tierOfStyle(premium);
  return { entitlement: 'styles', needs, message: stylesCome([name], needs, texts) };
}

/** The locks of a list of styles, one a tier: "Actor, Model and Executive come with Plus." */
export function joinStyleLocks(
  styles: readonly { name: string; locked: Lock | null }[],
  texts: Texts,
): Lock[] {
  return TIERS.flatMap((needs) => {
    const names = styles.filter(({ locked }) => locked?.needs === needs).map(({ name }) => name);
    if (names.length === 0) return [];
    return [{ entitlement: 'styles', needs, message: stylesCome(names, needs, texts) }];
  });
}

function stylesCome(names: readonly string[], needs: Tier, { t, allOf }: Texts): string {
  return t('generation.lock.style', {
    names: allOf(names),
    count: names.length,
    tier: TIER_NAMES[needs],
  });
}

export function qualityLock(has: Entitlements, quality: Quality, { t }: Texts): Lock | null {
  if (has.qualities.includes(quality)) return null;
  const needs = tierOfQuality(quality);
  const message = t('generation.lock.quality', {
    quality: t(`generation.client.quality.${quality}`),
    tier: TIER_NAMES[needs],
  });
  return { entitlement: 'quality', needs, message };
}

export function variationsLock(has: Entitlements, variations: number, texts: Texts): Lock | null {
  if (variations <= has.maxVariations) return null;
  const needs = tierOfVariations(variations);
  const numbers = countUp(has.maxVariations + 1, ENTITLEMENTS[needs].maxVariations);
  return {
    entitlement: 'variations',
    needs,
    message: texts.t('generation.lock.variations', {
      numbers: texts.eitherOf(numbers.map(String)),
      tier: TIER_NAMES[needs],
    }),
  };
}

/** The lowest tier that has everything of the wish. */
export function tierOfWish({ style, quality, variations }: Wish): Tier {
  const ranks = [tierOfStyle(style.premium), tierOfQuality(quality), tierOfVariations(variations)];
  return TIERS[Math.max(...ranks.map((tier) => TIERS.indexOf(tier)))] ?? 'pro';
}

export function tierOfStyle(premium: boolean): Tier {
  return tierFor((has) => hasStyle(has, premium)) ?? 'pro';
}

export function tierOfQuality(quality: Quality): Tier {
  return tierFor((has) => has.qualities.includes(quality)) ?? 'pro';
}

export function tierOfVariations(variations: number): Tier {
  return tierFor((has) => variations <= has.maxVariations) ?? 'pro';
}

function hasStyle(has: Entitlements, premium: boolean): boolean {
  return has.allStyles || !premium;
}

/** How a team comes to a tier above Free, as a sentence. */
export function wayTo(tier: Tier, { t }: Texts): string {
  return t(`generation.refused.way.${tier === 'pro' ? 'pro' : 'plus'}`);
}

function countUp(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
