/**
 * What the database itself refuses about money: every constraint of every money table, attacked directly. A constraint that is not
 * attacked here fails the last test.
 */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { pgError } from '@/db/errors';
import * as billing from '@/db/schema/billing';
import { creditRequest, ledgerOperation, ledgerTransfer } from '@/db/schema/credits';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { purchaseCredits } from '@/features/credits/purchase';
import { settleHold } from '@/features/credits/settle';
import { hold, recordPayment, twoTeams } from '../support/ledger';

/** Columns that no two rows may share, with values nobody has. */
const FRESH: Record<string, Record<string, unknown>> = {
  billing_customer: { organization_id: 'OTHER', stripe_customer_id: 'fresh' },
  billing_details: { organization_id: 'OTHER' },
  balance_watch: { organization_id: 'OTHER' },
  purchase_order: {
    id: 'fresh',
    idempotency_key: 'fresh',
    stripe_session_id: 'fresh',
    stripe_invoice_id: 'fresh',
    stripe_subscription_id: 'fresh',
  },
  payment: {
    id: 'fresh',
    order_id: null,
    stripe_payment_id: 'fresh',
    stripe_invoice_id: 'fresh',
    stripe_charge_id: 'fresh',
  },
  stripe_inbox: { event_id: 'fresh' },
  refund: { id: 'fresh', stripe_refund_id: 'fresh', idempotency_key: 'fresh' },
  dispute: { id: 'fresh', stripe_dispute_id: 'fresh' },
  subscription: { id: 'fresh', stripe_subscription_id: 'fresh', organization_id: 'OTHER' },
  plan_cycle: { stripe_subscription_id: 'fresh' },
  reconciliation: { id: 'fresh' },
  credit_request: { id: 'fresh', member_id: 'fresh' },
  ledger_operation: { id: 'fresh', idempotency_key: 'fresh' },
  ledger_account: { id: 'fresh', member_id: 'fresh' },
  ledger_balance: { account_id: 'fresh' },
  ledger_transfer: { id: 'fresh', idempotency_key: 'fresh', reference_id: 'fresh' },
  ledger_entry: { account_id: 'fresh' },
  credit_hold: { id: 'fresh', generation_id: 'fresh' },
  hold_resolution: { hold_id: 'UNRESOLVED' },
};

/** The row of each table that is copied, where there are several. */
const ROW: Record<string, string> = {
  ledger_account: `kind = 'wallet'`,
  ledger_balance: `kind = 'wallet' and held > 0`,
  ledger_transfer: `kind = 'purchase'`,
  ledger_entry: `version = 1`,
  credit_request: `status = 'pending'`,
};

type Attack = { keep?: string[]; set?: Record<string, unknown>; row?: string };

/** Table → constraint → what its row would have to look like to break that constraint alone. */
const ATTACKS: Record<string, Record<string, Attack | Attack[]>> = {
  billing_customer: {
    billing_customer_pkey: { keep: ['organization_id'] },
    billing_customer_stripe_customer_id_unique: { keep: ['stripe_customer_id'] },
    billing_customer_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  billing_details: {
    billing_details_pkey: { keep: ['organization_id'] },
    billing_details_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  balance_watch: {
    balance_watch_pkey: { keep: ['organization_id'] },
    balance_watch_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
    balance_watch_top_up: [
      { set: { top_up_pack: null } },
      { set: { top_up_below: 0 } },
      { set: { top_up_monthly_cap_cents: 0 } },
    ],
  },
  purchase_order: {
    purchase_order_pkey: { keep: ['id'] },
    purchase_order_key: { keep: ['idempotency_key'] },
    purchase_order_stripe_session_id_unique: { keep: ['stripe_session_id'] },
    purchase_order_stripe_invoice_id_unique: { keep: ['stripe_invoice_id'] },
    purchase_order_stripe_subscription_id_unique: { keep: ['stripe_subscription_id'] },
    purchase_order_credits: [{ set: { credits: 0 } }, { set: { credits: -1 } }],
    purchase_order_amount: { set: { amount_cents: -1 } },
    purchase_order_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  payment: {
    payment_pkey: { keep: ['id'] },
    payment_order_id_unique: { keep: ['order_id'] },
    payment_stripe_payment_id_unique: { keep: ['stripe_payment_id'] },
    payment_stripe_invoice_id_unique: { keep: ['stripe_invoice_id'] },
    payment_stripe_charge_id_unique: { keep: ['stripe_charge_id'] },
    payment_refunded: [{ set: { refunded_cents: -1 } }, { set: { refunded_cents: 2901 } }],
    payment_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
    payment_order_id_purchase_order_id_fk: { set: { order_id: 'nothing' } },
  },
  stripe_inbox: { stripe_inbox_pkey: { keep: ['event_id'] } },
  refund: {
    refund_pkey: { keep: ['id'] },
    refund_stripe_refund_id_unique: { keep: ['stripe_refund_id'] },
    refund_key: { keep: ['idempotency_key'] },
    refund_amount: [{ set: { amount_cents: 0 } }, { set: { credits: -1 } }],
    refund_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
    refund_payment_id_payment_id_fk: { set: { payment_id: 'nothing' } },
  },
  dispute: {
    dispute_pkey: { keep: ['id'] },
    dispute_stripe_dispute_id_unique: { keep: ['stripe_dispute_id'] },
    dispute_amount: [{ set: { amount_cents: -1 } }, { set: { credits: -1 } }],
    dispute_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
    dispute_payment_id_payment_id_fk: { set: { payment_id: 'nothing' } },
  },
  subscription: {
    subscription_pkey: { keep: ['id'] },
    subscription_stripe_subscription_id_unique: { keep: ['stripe_subscription_id'] },
    subscription_current: { keep: ['organization_id'] },
    subscription_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  plan_cycle: {
    plan_cycle_stripe_subscription_id_period_start_pk: { keep: ['stripe_subscription_id'] },
    plan_cycle_granted: { set: { granted: -1 } },
    plan_cycle_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  reconciliation: { reconciliation_pkey: { keep: ['id'] } },
  credit_request: {
    credit_request_pkey: { keep: ['id'] },
    credit_request_open: { keep: ['member_id'] },
    credit_request_amount: { set: { amount: 0 } },
    credit_request_decided: [
      { set: { status: 'declined' } },
      { set: { decided_at: '2026-11-20T00:00:00Z' } },
    ],
    credit_request_granted: [
      { set: { status: 'approved', decided_at: '2026-11-20T00:00:00Z' } },
      { set: { granted: 5 } },
    ],
    credit_request_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
    credit_request_transfer_id_ledger_transfer_id_fk: {
      set: { status: 'approved', decided_at: '2026-11-20T00:00:00Z', granted: 5, transfer_id: 'nothing' },
    },
  },
  ledger_operation: {
    ledger_operation_pkey: { keep: ['id'] },
    ledger_operation_key: { keep: ['idempotency_key'] },
    ledger_operation_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  ledger_account: {
    ledger_account_pkey: { keep: ['id'], set: { organization_id: 'OTHER' } },
    ledger_account_identity: { keep: ['member_id'] },
    ledger_account_member: [
      { set: { member_id: '' } },
      { row: `kind = 'pool'`, set: { member_id: 'mem_x' } },
    ],
    ledger_account_organization_id_organization_id_fk: { set: { organization_id: 'nobody' } },
  },
  ledger_balance: {
    ledger_balance_pkey: { keep: ['account_id'] },
    ledger_balance_held: [{ set: { held: -1 } }, { row: `kind = 'pool'`, set: { held: 1 } }],
    ledger_balance_available: [
      { set: { posted: -1, held: 0 } },
      { set: { held: 1000 } },
      { row: `kind = 'pool'`, set: { posted: -1 } },
      { row: `kind = 'promised'`, set: { posted: -1 } },
      { row: `kind = 'debt'`, set: { posted: 1 } },
    ],
    ledger_balance_wallet_only: [
      { set: { spent: -1 } },
      { row: `kind = 'pool'`, set: { spent: 1 } },
      { row: `kind = 'pool'`, set: { closed: true } },
    ],
  },
  ledger_transfer: {
    ledger_transfer_pkey: { keep: ['id'] },
    ledger_transfer_key: { keep: ['idempotency_key'] },
    ledger_transfer_purchase: { keep: ['reference_id'] },
    ledger_transfer_amount: [{ set: { amount: 0 } }, { set: { amount: -1 } }],
    ledger_transfer_legs: { set: { to_account: 'SAME' } },
    ledger_transfer_from: { set: { from_account: 'FOREIGN' } },
    ledger_transfer_to: { set: { to_account: 'FOREIGN' } },
    ledger_transfer_operation_id_ledger_operation_id_fk: { set: { operation_id: 'nothing' } },
  },
  ledger_entry: {
    ledger_entry_transfer_id_account_id_pk: { keep: ['account_id'], set: { version: 1_000 } },
    ledger_entry_version: { keep: ['account_id'], set: { transfer_id: 'ANOTHER' } },
    ledger_entry_transfer_id_ledger_transfer_id_fk: { set: { transfer_id: 'nothing' } },
  },
  credit_hold: {
    credit_hold_pkey: { keep: ['id'] },
    credit_hold_generation_id_unique: { keep: ['generation_id'] },
    credit_hold_amount: { set: { amount: 0 } },
    credit_hold_account: { set: { wallet_account: 'FOREIGN' } },
  },
  hold_resolution: {
    hold_resolution_pkey: { keep: ['hold_id'] },
    hold_resolution_parts: [{ set: { settled: -1 } }, { set: { released: -1 } }],
    hold_resolution_hold_id_credit_hold_id_fk: { set: { hold_id: 'nothing' } },
    hold_resolution_transfer_id_ledger_transfer_id_fk: { set: { transfer_id: 'nothing' } },
  },
};

/** Implied by another one, so it cannot be broken alone; foreign keys need it. */
const IMPLIED = ['ledger_account_tenant'];

let db: Db;
/** What the words in capitals above stand for. */
const words: Record<string, string> = {};

beforeAll(async () => {
  const world = await twoTeams();
  const { team, other, system } = world;
  db = world.db;
  const organizationId = team.orgId;
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 10);
  await db.update(billing.payment).set({ stripeInvoiceId: 'in_1', stripeChargeId: 'ch_1' });
  await db.update(billing.purchaseOrder).set({
    stripeSessionId: 'cs_1',
    stripeInvoiceId: 'in_1',
    stripeSubscriptionId: 'sub_1',
  });
  await purchaseCredits(system, { amount: 10, paymentId });
  await settleHold(system, { generationId: await hold(team, 5), amount: 3 });
  await hold(team, 4);
  await db.insert(billing.billingCustomer).values({ organizationId, stripeCustomerId: 'cus_1' });
  await db.insert(billing.billingDetails).values({ organizationId });
  await db.insert(billing.balanceWatch).values({
    organizationId,
    topUpEnabled: true,
    topUpPack: 'starter',
    topUpBelow: 5,
    topUpMonthlyCapCents: 10_000,
  });
  await db.insert(billing.stripeInbox).values({
    eventId: 'evt_1',
    type: 'test',
    objectId: 'obj_1',
    livemode: false,
  });
  const owned = { organizationId, paymentId, amountCents: 100, credits: 1 };
  await db.insert(billing.refund).values({
    ...owned,
    id: 'ref_1',
    origin: 'product',
    stripeRefundId: 're_1',
    actor: 'system:test',
    idempotencyKey: 'k',
    requestHash: 'h',
  });
  await db.insert(billing.dispute).values({ ...owned, id: 'dsp_1', stripeDisputeId: 'dp_1' });
  const period = { periodStart: new Date(0), periodEnd: new Date() };
  await db.insert(billing.subscription).values({
    ...period,
    id: 'sub_1',
    organizationId,
    stripeSubscriptionId: 'sub_1',
    plan: 'plus',
    status: 'active',
  });
  await db.insert(billing.planCycle).values({
    stripeSubscriptionId: 'sub_1',
    periodStart: period.periodStart,
    organizationId,
    plan: 'plus',
    granted: 1,
  });
  await db.insert(billing.reconciliation).values({
    id: 'rec_1',
    fromAt: new Date(0),
    toAt: new Date(),
    checked: {},
    repaired: 0,
    differences: [],
  });
  await db
    .insert(creditRequest)
    .values({ id: 'crq_1', organizationId, memberId: team.member.memberId, amount: 5 });
  await db.insert(ledgerOperation).values({
    id: 'opn_1',
    organizationId,
    kind: 'distribute',
    idempotencyKey: 'k',
    requestHash: 'h',
    actor: 'system:test',
    result: {},
  });
  const one = async (query: ReturnType<typeof sql>) =>
    (await selectRows<{ id: string }>(db, query))[0]?.id ?? '';
  words.OTHER = other.orgId;
  words.FOREIGN = await one(
    sql`select id from ledger_account where organization_id = ${other.orgId} and kind = 'wallet' limit 1`,
  );
  words.SAME = await one(sql`select from_account as id from ledger_transfer where kind = 'purchase'`);
  words.ANOTHER = await one(
    sql`select id from ${ledgerTransfer} where kind = 'settle' and organization_id = ${organizationId}`,
  );
  words.UNRESOLVED = await one(
    sql`select id from credit_hold where id not in (select hold_id from hold_resolution)`,
  );
});

const attacks = Object.entries(ATTACKS).flatMap(([table, constraints]) =>
  Object.entries(constraints).flatMap(([constraint, attack]) =>
    [attack].flat().map((each) => [constraint, table, each] as const),
  ),
);

test.each(attacks)('%s of %s', async (constraint, table, attack) => {
  expect(await refusalOf(table, {})).toBeNull();
  expect(await refusalOf(table, attack)).toBe(constraint);
});

test('every constraint of these tables is attacked', async () => {
  const tables = Object.keys(ATTACKS);
  const found = await selectRows<{ name: string }>(
    db,
    sql`
      select c.conname as name from pg_constraint c
      where c.conrelid::regclass::text = any(${sql.param(tables)}) and c.contype in ('c', 'f', 'p', 'u')
      union
      select i.indexrelid::regclass::text from pg_index i
      where i.indrelid::regclass::text = any(${sql.param(tables)}) and i.indisunique`,
  );
  const attacked = [...attacks.map(([constraint]) => constraint), ...IMPLIED];
  expect(found.map(({ name }) => name).filter((name) => !attacked.includes(name))).toEqual([]);
});

/** Inserts a changed copy of the table's row and rolls back. Answers the constraint that refused it; null when none did. */
async function refusalOf(table: string, { keep = [], set = {}, row }: Attack): Promise<string | null> {
  const fresh = Object.entries(FRESH[table] ?? {}).filter(([column]) => !keep.includes(column));
  const changes = Object.fromEntries(
    [...fresh, ...Object.entries(set)].map(([column, value]) => [
      column,
      typeof value === 'string' ? (words[value] ?? value) : value,
    ]),
  );
  const name = sql.identifier(table);
  const error: unknown = await db
    .transaction(async (tx) => {
      await tx.execute(sql`
        insert into ${name}
        select (jsonb_populate_record(null::${name}, to_jsonb(source) || ${JSON.stringify(changes)}::jsonb)).*
        from (select * from ${name} where ${sql.raw(row ?? ROW[table] ?? 'true')} limit 1) source`);
      tx.rollback();
    })
    .catch((reason: unknown) => reason);
  const refusal = pgError(error);
  if (refusal) return refusal.constraint ?? refusal.message ?? 'refused';
  if (!(error instanceof Error && /rollback/i.test(error.message))) throw error;
  return null;
}
