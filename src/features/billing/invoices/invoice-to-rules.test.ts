import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { invoiceLines } from './invoice-to-rules';

const ENGLISH = textsIn('en');

const NOTHING = {
  company: null,
  line1: null,
  line2: null,
  postalCode: null,
  city: null,
  state: null,
  country: null,
  taxId: null,
};

test('an invoice goes to the company at its address, or to the team by its name', () => {
  expect(invoiceLines(NOTHING, 'Acme', ENGLISH)).toEqual(['Acme']);
  expect(
    invoiceLines(
      {
        ...NOTHING,
        company: 'Acme GmbH',
        line1: 'Hauptstr. 1',
        postalCode: '10115',
        city: 'Berlin',
        country: 'DE',
        taxId: 'DE123456789',
      },
      'Acme',
      ENGLISH,
    ),
  ).toEqual(['Acme GmbH', 'Hauptstr. 1', '10115 Berlin', 'Germany', 'Tax ID DE123456789']);
});

test('a tax id that was refused is not on invoices', () => {
  expect(invoiceLines({ ...NOTHING, taxId: 'US1', taxIdProblem: 'Unknown.' }, 'Acme', ENGLISH)).toEqual([
    'Acme',
  ]);
});
