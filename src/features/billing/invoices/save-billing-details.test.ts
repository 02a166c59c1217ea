/** What invoices say about the buyer: checked, kept, and the same at Stripe. */

import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { billingDetails } from '@/db/schema/billing';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { buyPaid } from '../../../../tests/support/money';
import { buy, makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import { findCustomer } from '../checkout/ensure-customer';
import { getBillingDetails } from './billing-details-queries';
import { pushBillingDetails } from './push-billing-details';
import { pushBillingDetailsJob } from './push-billing-details.job';
import { saveBillingDetails } from './save-billing-details';

withStripe();

const DETAILS = {
  email: 'Accounts@Example.test',
  company: 'Example GmbH',
  line1: 'Musterstraße 1',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  taxIdType: 'eu_vat',
  taxId: 'de123456789',
  poNumber: 'PO-1',
};

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

async function customer() {
  const { client } = await stripeAccount();
  const id = (await findCustomer(team.admin.ctx)) ?? '';
  const found = await client.customers.retrieve(id);
  const taxIds = await client.customers.listTaxIds(id);
  return { found, taxIds: taxIds.data.map(({ type, value }) => [type, value]) };
}

test('are kept and handed on: address, tax id, purchase order', async () => {
  await saveBillingDetails(team.admin.ctx, DETAILS);
  expect(await getBillingDetails(team.admin.ctx)).toEqual({
    ...DETAILS,
    email: 'accounts@example.test',
    taxId: 'DE123456789',
    line2: null,
    state: null,
    taxIdProblem: null,
  });
  const { found, taxIds } = await customer();
  expect(found).toMatchObject({
    name: 'Example GmbH',
    email: 'accounts@example.test',
    address: { line1: 'Musterstraße 1', city: 'Berlin', country: 'DE', postal_code: '10115' },
    invoice_settings: { custom_fields: [{ name: 'PO number', value: 'PO-1' }] },
  });
  expect(taxIds).toEqual([['eu_vat', 'DE123456789']]);
});

test('replaced: one tax id at a time; emptied: none', async () => {
  await saveBillingDetails(team.admin.ctx, DETAILS);
  await saveBillingDetails(team.admin.ctx, { ...DETAILS, taxId: 'DE987654321' });
  expect((await customer()).taxIds).toEqual([['eu_vat', 'DE987654321']]);
  await pushBillingDetails(team.admin.ctx);
  expect((await customer()).taxIds).toHaveLength(1);
  await saveBillingDetails(team.admin.ctx, { company: 'Example GmbH' });
  const { found, taxIds } = await customer();
  expect(taxIds).toEqual([]);
  expect(found).toMatchObject({ address: null, invoice_settings: { custom_fields: null } });
});

describe('a tax id that Stripe refuses', () => {
  /** In our shape, and of no member state. */
  const WRONG = { ...DETAILS, taxId: 'US123456789' };

  test('keeps nothing else back, is told at once and on the page, and goes when it is put right', async () => {
    await saveBillingDetails(team.admin.ctx, { ...DETAILS, poNumber: null });
    await expect(saveBillingDetails(team.admin.ctx, WRONG)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { taxId: expect.stringContaining('Stripe does not know this number') } },
    });
    const { found, taxIds } = await customer();
    expect(found).toMatchObject({
      name: 'Example GmbH',
      address: { city: 'Berlin' },
      invoice_settings: { custom_fields: [{ value: 'PO-1' }] },
    });
    // Neither the refused number nor the one before it, which the team has replaced.
    expect(taxIds).toEqual([]);
    expect(await getBillingDetails(team.admin.ctx)).toMatchObject({
      taxId: 'US123456789',
      taxIdProblem: expect.stringContaining('Check its type'),
    });
    await saveBillingDetails(team.admin.ctx, DETAILS);
    expect((await customer()).taxIds).toEqual([['eu_vat', 'DE123456789']]);
    expect((await getBillingDetails(team.admin.ctx)).taxIdProblem).toBeNull();
  });

  test('is told on the page also when only the job could ask', async () => {
    await db
      .insert(billingDetails)
      .values({ organizationId: team.orgId, company: 'Late Ltd', taxIdType: 'eu_vat', taxId: 'US1234567' });
    await pushBillingDetailsJob.run({ orgId: team.orgId }, { db, signal: new AbortController().signal });
    expect((await customer()).found).toMatchObject({ name: 'Late Ltd' });
    expect((await getBillingDetails(team.admin.ctx)).taxIdProblem).toContain('Stripe does not know');
  });
});

test('the billing address gets the mails, and checkout’s invoice the purchase order', async () => {
  await saveBillingDetails(team.admin.ctx, DETAILS);
  await buyPaid(team);
  const mails = await db.select().from(mail).where(eq(mail.organizationId, team.orgId));
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
    ['accounts@example.test', team.owner.email].sort(),
  );
  const { sessionId } = await buy(team.owner);
  expect(stripe.standIn.store.sessions[sessionId]?.invoice_creation).toMatchObject({
    invoice_data: { custom_fields: [{ name: 'PO number', value: 'PO-1' }] },
  });
});

describe('refused, and nothing kept', () => {
  test.each<[string, object]>([
    ['an address that is none', { email: 'nobody' }],
    ['a country that is none', { country: 'XX' }],
    ['a long company', { company: 'x'.repeat(101) }],
    ['a tax id without its kind', { taxId: 'DE123456789' }],
    ['a kind without a tax id', { taxIdType: 'eu_vat' }],
    ['a kind we do not know', { taxIdType: 'toString', taxId: 'x' }],
    ['a number of another shape', { taxIdType: 'us_ein', taxId: 'DE123456789' }],
    ['an unknown field', { price: 1 }],
  ])('%s', async (_what, input) => {
    await expect(saveBillingDetails(team.admin.ctx, input)).rejects.toThrow();
    expect((await getBillingDetails(team.admin.ctx)).company).toBeNull();
  });

  test('a member may not', async () => {
    await expect(saveBillingDetails(team.member.ctx, DETAILS)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getBillingDetails(team.member.ctx)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
