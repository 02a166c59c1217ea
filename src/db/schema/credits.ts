/**
 * The ledger. Only the functions of `src/db/sql/20-ledger-*.sql` write these tables. Nothing has a foreign key to a balance
 * row: one costs a factor of eight under load (measured), because it locks the hot row.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { organization } from './auth';
import { createdAt, instant } from './columns';

export const ACCOUNT_KINDS = ['world', 'pool', 'wallet', 'consumed', 'refunded', 'debt', 'promised'] as const;
export const TRANSFER_KINDS = [
  'grant',
  'purchase',
  'allocate',
  'reassign',
  'reclaim',
  'promise',
  'promise_kept',
  'promise_returned',
  'settle',
  'wallet_refund',
  'money_refund',
  'money_refund_returned',
  'chargeback',
  'chargeback_reversal',
  'debt_repayment',
  'debt_repayment_returned',
] as const;

export const ledgerAccount = pgTable(
  'ledger_account',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    kind: text('kind', { enum: ACCOUNT_KINDS }).notNull(),
    /** The membership of a wallet; '' for the organization's own accounts. Rows outlive the membership. */
    memberId: text('member_id').notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [
    unique('ledger_account_tenant').on(table.id, table.organizationId),
    uniqueIndex('ledger_account_identity').on(table.organizationId, table.kind, table.memberId),
    check('ledger_account_member', sql`(${table.kind} = 'wallet') = (${table.memberId} <> '')`),
  ],
);

const BALANCE_KINDS = ['pool', 'wallet', 'promised', 'debt'] as const;

/**
 * Pool, wallet, promised and debt only. `version` counts the account's entries; the entries are gap-free. `kind` repeats
 * the account's, so that the checks below can tell a debt (which is negative while something is owed) from the others.
 */
export const ledgerBalance = pgTable(
  'ledger_balance',
  {
    accountId: text('account_id').primaryKey(),
    kind: text('kind', { enum: BALANCE_KINDS }).notNull(),
    posted: bigint('posted', { mode: 'number' }).notNull().default(0),
    held: bigint('held', { mode: 'number' }).notNull().default(0),
    version: bigint('version', { mode: 'number' }).notNull().default(0),
    /** Wallets: settled minus refunded so far, so that pages need not sum the entries. */
    spent: bigint('spent', { mode: 'number' }).notNull().default(0),
    /** Wallets whose member has left: take no more credits, and what a hold frees goes on to the pool. */
    closed: boolean('closed').notNull().default(false),
  },
  (table) => [
    check('ledger_balance_held', sql`${table.held} >= 0 and (${table.held} = 0 or ${table.kind} = 'wallet')`),
    check(
      'ledger_balance_available',
      sql`case when ${table.kind} = 'debt' then ${table.posted} <= 0 else ${table.posted} - ${table.held} >= 0 end`,
    ),
    check(
      'ledger_balance_wallet_only',
      sql`${table.spent} >= 0 and (${table.kind} = 'wallet' or (${table.spent} = 0 and not ${table.closed}))`,
    ),
  ],
);

/**
 * The answer of an operation of several transfers, or of none (a refund that found nothing to take), so that a repeated request
 * gets it again. Insert-only. An operation of one transfer needs no row here: its transfer is its answer.
 */
export const ledgerOperation = pgTable(
  'ledger_operation',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    kind: text('kind', {
      enum: ['money_refund', 'money_refund_returned', 'chargeback', 'chargeback_reversal', 'distribute'],
    }).notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    actor: text('actor').notNull(),
    referenceType: text('reference_type'),
    referenceId: text('reference_id'),
    result: jsonb('result').notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('ledger_operation_key').on(table.organizationId, table.idempotencyKey)],
);

export const ledgerTransfer = pgTable(
  'ledger_transfer',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    kind: text('kind', { enum: TRANSFER_KINDS }).notNull(),
    fromAccount: text('from_account').notNull(),
    toAccount: text('to_account').notNull(),
    amount: integer('amount').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    actor: text('actor').notNull(),
    referenceType: text('reference_type'),
    referenceId: text('reference_id'),
    note: text('note'),
    /** The operation this transfer is one of several of. */
    operationId: text('operation_id').references(() => ledgerOperation.id),
    /** Charges: how many pictures were paid for. */
    pictures: integer('pictures'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('ledger_transfer_key').on(table.organizationId, table.idempotencyKey),
    /** What happened in a span of time, by kind: usage, spend a day and totals are read from this index alone. */
    index('ledger_transfer_kind').on(
      table.organizationId,
      table.kind,
      table.createdAt,
      table.fromAccount,
      table.toAccount,
      table.amount,
      table.pictures,
    ),
    /** The lots of credits in the order they came, which is the order they are spent in. */
    index('ledger_transfer_lots')
      .on(table.organizationId, table.createdAt, table.id)
      .where(sql`${table.kind} in ('grant', 'purchase')`),
    index('ledger_transfer_operation').on(table.operationId).where(sql`${table.operationId} is not null`),
    /** A payment grants once, whatever organization and key a caller names. */
    uniqueIndex('ledger_transfer_purchase').on(table.referenceId).where(sql`${table.kind} = 'purchase'`),
    index('ledger_transfer_reference').on(table.organizationId, table.referenceType, table.referenceId),
    foreignKey({
      name: 'ledger_transfer_from',
      columns: [table.fromAccount, table.organizationId],
      foreignColumns: [ledgerAccount.id, ledgerAccount.organizationId],
    }),
    foreignKey({
      name: 'ledger_transfer_to',
      columns: [table.toAccount, table.organizationId],
      foreignColumns: [ledgerAccount.id, ledgerAccount.organizationId],
    }),
    check('ledger_transfer_amount', sql`${table.amount} > 0`),
    check('ledger_transfer_legs', sql`${table.fromAccount} <> ${table.toAccount}`),
  ],
);

/** Two rows a transfer. `version` and `balanceAfter` are null for world, consumed and refunded, which have no balance row. */
export const ledgerEntry = pgTable(
  'ledger_entry',
  {
    transferId: text('transfer_id')
      .notNull()
      .references(() => ledgerTransfer.id),
    accountId: text('account_id').notNull(),
    /** Repeats the transfer's, so that an index serves a filtered statement. */
    kind: text('kind', { enum: TRANSFER_KINDS }),
    version: bigint('version', { mode: 'number' }),
    delta: integer('delta').notNull(),
    balanceAfter: bigint('balance_after', { mode: 'number' }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.transferId, table.accountId] }),
    uniqueIndex('ledger_entry_version').on(table.accountId, table.version),
    index('ledger_entry_kind')
      .on(table.accountId, table.kind, table.version)
      .where(sql`${table.version} is not null`),
  ],
);

/** A hold is not an account move: it raises `held` on the wallet's balance. Insert-only. */
export const creditHold = pgTable(
  'credit_hold',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    walletAccount: text('wallet_account').notNull(),
    generationId: text('generation_id').notNull().unique(),
    amount: integer('amount').notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('credit_hold_wallet').on(table.walletAccount),
    foreignKey({
      name: 'credit_hold_account',
      columns: [table.walletAccount, table.organizationId],
      foreignColumns: [ledgerAccount.id, ledgerAccount.organizationId],
    }),
    check('credit_hold_amount', sql`${table.amount} > 0`),
  ],
);

/** The one and only end of a hold: what was settled; the rest of the hold was released. */
export const holdResolution = pgTable(
  'hold_resolution',
  {
    holdId: text('hold_id')
      .primaryKey()
      .references(() => creditHold.id),
    settled: integer('settled').notNull(),
    released: integer('released').notNull(),
    transferId: text('transfer_id').references(() => ledgerTransfer.id),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (table) => [check('hold_resolution_parts', sql`${table.settled} >= 0 and ${table.released} >= 0`)],
);

/** A member asks their admins for credits. One open request a member. */
export const creditRequest = pgTable(
  'credit_request',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    /** Outlives the membership. */
    memberId: text('member_id').notNull(),
    amount: integer('amount').notNull(),
    note: text('note'),
    status: text('status', { enum: ['pending', 'approved', 'declined', 'withdrawn'] })
      .notNull()
      .default('pending'),
    /** What was given, when approved: not always what was asked for. */
    granted: integer('granted'),
    transferId: text('transfer_id').references(() => ledgerTransfer.id),
    /** What the admin wrote back. */
    answer: text('answer'),
    /** Who decided, as `actorLabel` writes it. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('credit_request_open').on(table.memberId).where(sql`${table.status} = 'pending'`),
    index('credit_request_page').on(table.organizationId, table.id),
    index('credit_request_mine').on(table.memberId, table.createdAt),
    check('credit_request_amount', sql`${table.amount} > 0`),
    check('credit_request_decided', sql`(${table.status} = 'pending') = (${table.decidedAt} is null)`),
    check(
      'credit_request_granted',
      sql`case when ${table.status} = 'approved' then ${table.granted} > 0 and ${table.transferId} is not null
        else ${table.granted} is null and ${table.transferId} is null end`,
    ),
  ],
);
