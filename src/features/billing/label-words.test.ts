import { expect, test } from 'vitest';
import { tellLabel } from '@/features/credits/sold-labels';
import { textsIn } from '@/texts/catalogue';
import { keptText, tellKept } from './kept-words';
import { keptLabel, keptPlanLabel, keptSecondLabel, lineName, offerLabel } from './label-words';

const GERMAN = textsIn('de');
const PACK = { kind: 'pack', pack: 'starter', credits: 50 } as const;
const CUSTOM = { kind: 'custom', pack: 'custom', credits: 1_500 } as const;
const PLAN = { kind: 'plan', pack: 'plus', credits: 20 } as const;
const DECEMBER = new Date('2026-12-01T00:30:00Z');

test('what was bought is kept in English, a month where its period begins, in UTC', () => {
  expect([PACK, CUSTOM, PLAN].map(keptLabel)).toEqual([
    'Starter pack',
    'Custom pack, 1,500 credits',
    'Plus plan',
  ]);
  expect(keptPlanLabel('plus', DECEMBER)).toBe('Plus plan, December 2026');
  expect(keptPlanLabel('pro', DECEMBER, true)).toBe('Upgrade to Pro plan, December 2026');
  expect(keptSecondLabel('pro')).toBe('Pro plan, bought twice');
  expect(lineName(PACK, textsIn('en'))).toBe('Starter pack, 50 credits');
});

test('what is kept is told in the language of whoever reads it', () => {
  for (const offer of [PACK, CUSTOM, PLAN])
    expect(tellLabel(keptLabel(offer), GERMAN)).toBe(offerLabel(offer, GERMAN));
  expect(tellLabel(keptPlanLabel('plus', DECEMBER), GERMAN)).toBe('Tarif Plus, Dezember 2026');
  expect(tellLabel(keptPlanLabel('pro', DECEMBER, true), GERMAN)).toBe(
    'Upgrade auf Tarif Pro, Dezember 2026',
  );
  expect(tellLabel(keptSecondLabel('pro'), GERMAN)).toBe('Tarif Pro, zweimal gekauft');
  expect(tellKept(keptText('noCard'), GERMAN)).toBe('Es ist keine Karte gespeichert.');
});

test('what is not of ours stays as it is', () => {
  expect(tellLabel('Something else', GERMAN)).toBe('Something else');
  expect(tellKept('Your card was declined.', GERMAN)).toBe('Your card was declined.');
  expect(tellKept(null, GERMAN)).toBeNull();
});
