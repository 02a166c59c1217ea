/** Constraints of the money tables. A unique key becomes none, a check always holds, a reference is not kept. */
import type { Guard } from '../guard';

const FIRST = 'drizzle/0000_init.sql';
const SECOND = 'drizzle/0001_billing.sql';

type Constraint = readonly [file: string, table: string, name: string];
type Key = readonly [...Constraint, columns: string];

const UNIQUE_KEYS: Key[] = [
  [FIRST, 'billing_customer', 'billing_customer_stripe_customer_id_unique', '"stripe_customer_id"'],
  [FIRST, 'payment', 'payment_order_id_unique', '"order_id"'],
  [FIRST, 'payment', 'payment_stripe_payment_id_unique', '"stripe_payment_id"'],
  [SECOND, 'payment', 'payment_stripe_invoice_id_unique', '"stripe_invoice_id"'],
  [SECOND, 'payment', 'payment_stripe_charge_id_unique', '"stripe_charge_id"'],
  [FIRST, 'purchase_order', 'purchase_order_stripe_session_id_unique', '"stripe_session_id"'],
  [SECOND, 'purchase_order', 'purchase_order_stripe_invoice_id_unique', '"stripe_invoice_id"'],
  [SECOND, 'purchase_order', 'purchase_order_stripe_subscription_id_unique', '"stripe_subscription_id"'],
  [SECOND, 'refund', 'refund_stripe_refund_id_unique', '"stripe_refund_id"'],
  [SECOND, 'dispute', 'dispute_stripe_dispute_id_unique', '"stripe_dispute_id"'],
  [SECOND, 'subscription', 'subscription_stripe_subscription_id_unique', '"stripe_subscription_id"'],
  [FIRST, 'credit_hold', 'credit_hold_generation_id_unique', '"generation_id"'],
];

const PRIMARY_KEYS: Key[] = [
  [
    SECOND,
    'plan_cycle',
    'plan_cycle_stripe_subscription_id_period_start_pk',
    '"stripe_subscription_id","period_start"',
  ],
  [FIRST, 'ledger_entry', 'ledger_entry_transfer_id_account_id_pk', '"transfer_id","account_id"'],
];

/** Without `ledger_account_identity` no account can be opened at all (`on conflict` names it), so it cannot be taken out alone. */
const UNIQUE_INDEXES: Constraint[] = [
  [FIRST, 'purchase_order', 'purchase_order_key'],
  [SECOND, 'refund', 'refund_key'],
  [SECOND, 'subscription', 'subscription_current'],
  [SECOND, 'credit_request', 'credit_request_open'],
  [SECOND, 'ledger_operation', 'ledger_operation_key'],
  [FIRST, 'ledger_transfer', 'ledger_transfer_key'],
  [FIRST, 'ledger_transfer', 'ledger_transfer_purchase'],
  [FIRST, 'ledger_entry', 'ledger_entry_version'],
];

const CHECKS: Constraint[] = [
  [FIRST, 'purchase_order', 'purchase_order_credits'],
  [FIRST, 'purchase_order', 'purchase_order_amount'],
  [SECOND, 'payment', 'payment_refunded'],
  [SECOND, 'refund', 'refund_amount'],
  [SECOND, 'dispute', 'dispute_amount'],
  [SECOND, 'plan_cycle', 'plan_cycle_granted'],
  [SECOND, 'balance_watch', 'balance_watch_top_up'],
  [SECOND, 'credit_request', 'credit_request_amount'],
  [SECOND, 'credit_request', 'credit_request_decided'],
  [SECOND, 'credit_request', 'credit_request_granted'],
  [FIRST, 'ledger_account', 'ledger_account_member'],
  [FIRST, 'ledger_balance', 'ledger_balance_held'],
  [FIRST, 'ledger_balance', 'ledger_balance_available'],
  [FIRST, 'ledger_balance', 'ledger_balance_wallet_only'],
  [FIRST, 'ledger_transfer', 'ledger_transfer_amount'],
  [FIRST, 'ledger_transfer', 'ledger_transfer_legs'],
  [FIRST, 'credit_hold', 'credit_hold_amount'],
  [FIRST, 'hold_resolution', 'hold_resolution_parts'],
];

const REFERENCES: Constraint[] = [
  [FIRST, 'payment', 'payment_order_id_purchase_order_id_fk'],
  [SECOND, 'refund', 'refund_payment_id_payment_id_fk'],
  [SECOND, 'dispute', 'dispute_payment_id_payment_id_fk'],
  [SECOND, 'credit_request', 'credit_request_transfer_id_ledger_transfer_id_fk'],
  [SECOND, 'ledger_transfer', 'ledger_transfer_operation_id_ledger_operation_id_fk'],
  [FIRST, 'ledger_transfer', 'ledger_transfer_from'],
  [FIRST, 'ledger_transfer', 'ledger_transfer_to'],
  [FIRST, 'ledger_entry', 'ledger_entry_transfer_id_ledger_transfer_id_fk'],
  [FIRST, 'credit_hold', 'credit_hold_account'],
  [FIRST, 'hold_resolution', 'hold_resolution_hold_id_credit_hold_id_fk'],
  [FIRST, 'hold_resolution', 'hold_resolution_transfer_id_ledger_transfer_id_fk'],
];

function guard([file, table, name]: Constraint, from: string, to: string): Guard {
  const test = { file: 'tests/proof/constraints.test.ts', name: `${name} of ${table}` };
  return { name: `the database: ${name}`, file, from, to, test };
}

const keyGuards = (kind: string, keys: readonly Key[]) =>
  keys.map(([file, table, name, columns]) =>
    guard(
      [file, table, name],
      `CONSTRAINT "${name}" ${kind}(${columns})`,
      `CONSTRAINT "${name}" CHECK (true)`,
    ),
  );

export const CONSTRAINT_GUARDS: Guard[] = [
  ...keyGuards('UNIQUE', UNIQUE_KEYS),
  ...keyGuards('PRIMARY KEY', PRIMARY_KEYS),
  guard(
    [FIRST, 'stripe_inbox', 'stripe_inbox_pkey'],
    '"event_id" text PRIMARY KEY NOT NULL',
    '"event_id" text NOT NULL',
  ),
  guard(
    [FIRST, 'hold_resolution', 'hold_resolution_pkey'],
    '"hold_id" text PRIMARY KEY NOT NULL',
    '"hold_id" text NOT NULL',
  ),
  ...UNIQUE_INDEXES.map((index) =>
    guard(index, `CREATE UNIQUE INDEX "${index[2]}"`, `CREATE INDEX "${index[2]}"`),
  ),
  ...CHECKS.map((check) =>
    guard(check, `CONSTRAINT "${check[2]}" CHECK (`, `CONSTRAINT "${check[2]}" CHECK (true or `),
  ),
  ...REFERENCES.map((reference) => {
    const statement = `ALTER TABLE "${reference[1]}" ADD CONSTRAINT "${reference[2]}"`;
    return guard(reference, statement, `-- ${statement}`);
  }),
];
