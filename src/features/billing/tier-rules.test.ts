import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { TIERS } from './entitlement-rules';
import { servedFirst, tierCents, tierFacts } from './tier-rules';

const ENGLISH = textsIn('en');

const STANDARD = [{ id: 'standard', shortSide: 1024 }] as const;

test('the tiers are told in the same rows, from the price list', () => {
  const [free, plus, pro] = TIERS.map((tier) => tierFacts(tier, STANDARD, ENGLISH));
  expect(plus?.map(({ name }) => name)).toEqual(free?.map(({ name }) => name));
  expect(free?.map(({ value }) => value)).toEqual([
    '3 once',
    'All except premium',
    'Standard, 1024 px',
    'Up to 2',
    'Small headcraft mark',
    'Normal',
    '30 days',
  ]);
  expect(plus?.map(({ value }) => value)).toContain('Twice as often');
  expect(pro?.map(({ value }) => value)).toEqual([
    '60 every month',
    'All, premium included',
    'Standard, 1024 px',
    'Up to 4',
    'None',
    'Three times as often',
    'As long as you want',
  ]);
  expect(TIERS.map(tierCents)).toEqual([0, 999, 2_999]);
});

test('a quality is named once it can be drawn, and only to a tier that has it', () => {
  const offered = [...STANDARD, { id: 'high', shortSide: 1536 }, { id: 'ultra', shortSide: 2048 }] as const;
  const said = (qualities: Parameters<typeof tierFacts>[1]) =>
    TIERS.map((tier) => tierFacts(tier, qualities, ENGLISH).find(({ name }) => name === 'Quality')?.value);
  expect(said(STANDARD)).toEqual(['Standard, 1024 px', 'Standard, 1024 px', 'Standard, 1024 px']);
  expect(said(offered)).toEqual(['Standard, 1024 px', 'Up to high, 1536 px', 'Up to ultra, 2048 px']);
});

test('who waits is told who is served more often', () => {
  expect(TIERS.map((tier) => servedFirst(tier, ENGLISH))).toEqual([
    'Teams with Plus or Pro are served more often.',
    'Teams with Pro are served more often.',
    null,
  ]);
});
