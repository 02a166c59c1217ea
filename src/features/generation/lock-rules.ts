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
import { QUALITY_NAMES, TIER_NAMES } from '@/features/billing/tier-rules';
import { allOf } from '@/lib/words';

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
export function locksOf(has: Entitlements, { style, quality, variations }: Wish): Lock[] {
  return [styleLock(has, style), qualityLock(has, quality), variationsLock(has, variations)].filter(
    (lock) => lock !== null,
  );
}

export function styleLock(has: Entitlements, { name, premium }: LockableStyle): Lock | null {
  if (hasStyle(has, premium)) return null;
  const needs = tierOfStyle(premium);
  return { entitlement: 'styles', needs, message: `${name} comes with ${TIER_NAMES[needs]}.` };
}

/** The locks of a list of styles, one a tier: "Actor, Model and Executive come with Plus." */
export function joinStyleLocks(styles: readonly { name: string; locked: Lock | null }[]): Lock[] {
  return TIERS.flatMap((needs) => {
    const names = styles.filter(({ locked }) => locked?.needs === needs).map(({ name }) => name);
    if (names.length === 0) return [];
    const message = `${allOf(names)} ${names.length === 1 ? 'comes' : 'come'} with ${TIER_NAMES[needs]}.`;
    return [{ entitlement: 'styles', needs, message }];
  });
}

export function qualityLock(has: Entitlements, quality: Quality): Lock | null {
  if (has.qualities.includes(quality)) return null;
  const needs = tierOfQuality(quality);
  const message = `${QUALITY_NAMES[quality]} quality comes with ${TIER_NAMES[needs]}.`;
  return { entitlement: 'quality', needs, message };
}

export function variationsLock(has: Entitlements, variations: number): Lock | null {
  if (variations <= has.maxVariations) return null;
  const needs = tierOfVariations(variations);
  const numbers = countUp(has.maxVariations + 1, ENTITLEMENTS[needs].maxVariations);
  return {
    entitlement: 'variations',
    needs,
    message: `${numbers.join(' or ')} pictures come with ${TIER_NAMES[needs]}.`,
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
export function wayTo(tier: Tier): string {
  return tier === 'pro'
    ? 'Pro comes with its plan, or for a year with an Enterprise pack.'
    : 'Plus comes with the first credits your team buys, or with its plan.';
}

function countUp(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
