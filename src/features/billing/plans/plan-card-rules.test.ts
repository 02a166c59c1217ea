import { describe, expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import type { PlanSummary } from '../billing-view-types';
import { nextCharge, planOffer, planState, tierReason } from './plan-card-rules';

const ENGLISH = textsIn('en');

const END = '2026-12-20T00:00:00.000Z';
const FREE: PlanSummary = { tier: 'free', why: 'none', proUntil: null, plan: null };

function running(id: 'plus' | 'pro', change: Partial<NonNullable<PlanSummary['plan']>> = {}): PlanSummary {
  return {
    tier: id,
    why: 'plan',
    proUntil: null,
    plan: {
      id,
      nextPlan: null,
      periodEnd: END,
      cancelAtPeriodEnd: false,
      rests: false,
      graceUntil: null,
      monthlyCredits: id === 'pro' ? 60 : 20,
      amountCents: id === 'pro' ? 2_999 : 999,
      ...change,
    },
  };
}

describe('the plan card', () => {
  test('a failed payment is said before anything else, then the end, then a change', () => {
    expect(planState(FREE)).toBe('none');
    expect(planState(running('plus'))).toBe('running');
    expect(planState(running('pro', { nextPlan: 'plus' }))).toBe('changing');
    expect(planState(running('pro', { nextPlan: 'pro' }))).toBe('running');
    expect(planState(running('plus', { cancelAtPeriodEnd: true }))).toBe('ending');
    expect(planState(running('plus', { cancelAtPeriodEnd: true, graceUntil: END }))).toBe('past-due');
    expect(planState(running('plus', { cancelAtPeriodEnd: true, rests: true }))).toBe('resting');
  });

  test('each way to a tier has its reason', () => {
    expect(tierReason(running('plus'), ENGLISH)).toContain('20 credits');
    expect(tierReason({ ...FREE, tier: 'plus', why: 'paid' }, ENGLISH)).toContain('bought credits');
    expect(tierReason({ ...FREE, tier: 'pro', why: 'enterprise' }, ENGLISH)).toContain('Enterprise');
    expect(tierReason(FREE, ENGLISH)).toContain('every team starts');
  });

  test('the next charge is that of the plan that begins then; a cancelled plan charges nothing', () => {
    expect(nextCharge(running('pro'))).toEqual({ amountCents: 2_999, credits: 60, at: END });
    expect(nextCharge(running('pro', { nextPlan: 'plus' }))).toEqual({
      amountCents: 999,
      credits: 20,
      at: END,
    });
    expect(nextCharge(running('pro', { cancelAtPeriodEnd: true }))).toBeNull();
    expect(nextCharge(running('pro', { nextPlan: 'plus', graceUntil: END }))).toEqual({
      amountCents: 2_999,
      credits: 60,
      at: null,
    });
    expect(nextCharge(FREE)).toBeNull();
  });
});

describe('what the plan page offers for Free, Plus and Pro', () => {
  test.each([
    ['no plan', FREE, ['none', 'start', 'start']],
    ['Plus', running('plus'), ['cancel', 'current', 'upgrade']],
    ['Pro', running('pro'), ['cancel', 'downgrade', 'current']],
    ['Pro, Plus from next month', running('pro', { nextPlan: 'plus' }), ['cancel', 'waiting', 'keep']],
    ['Plus, ending', running('plus', { cancelAtPeriodEnd: true }), ['waiting', 'resume', 'upgrade']],
    [
      'Pro by Enterprise without a plan',
      { ...FREE, tier: 'pro', why: 'enterprise' },
      ['none', 'start', 'start'],
    ],
  ] as const)('%s', (_name, summary, offers) => {
    const tiers = ['free', 'plus', 'pro'] as const;
    expect(tiers.map((tier) => planOffer(summary, tier))).toEqual(offers);
  });
});
