import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { organization } from './auth';
import { createdAt, instant } from './columns';

export const billingCustomer = pgTable('billing_customer', {
  organizationId: text('organization_id')
    .primaryKey()
    .references(() => organization.id),
  stripeCustomerId: text('stripe_customer_id').notNull().unique(),
  createdAt: createdAt(),
});

/** Written before the redirect to Checkout, with the price and credits sold: the only source of what a payment grants. */
export const purchaseOrder = pgTable(
  'purchase_order',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    memberId: text('member_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    pack: text('pack').notNull(),
    credits: integer('credits').notNull(),
    amountCents: integer('amount_cents').notNull(),
    currency: text('currency').notNull().default('usd'),
    priceVersion: text('price_version').notNull(),
    status: text('status', { enum: ['pending', 'paid', 'failed', 'expired', 'parked'] })
      .notNull()
      .default('pending'),
    stripeSessionId: text('stripe_session_id').unique(),
    checkoutUrl: text('checkout_url'),
    /** Why the last attempt failed or why the order is parked, for people to read. */
    failure: text('failure'),
    createdAt: createdAt(),
    /** When the checkout page closes by itself. */
    expiresAt: instant('expires_at'),
    /** When Stripe was last asked about it. */
    checkedAt: instant('checked_at'),
    /** When nothing more is expected of it. A declined card leaves it open: the same page takes another card. */
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    uniqueIndex('purchase_order_key').on(table.organizationId, table.idempotencyKey),
    index('purchase_order_open').on(table.createdAt).where(sql`${table.resolvedAt} is null`),
    index('purchase_order_page').on(table.organizationId, table.createdAt, table.id),
    check('purchase_order_credits', sql`${table.credits} > 0`),
    check('purchase_order_amount', sql`${table.amountCents} >= 0`),
  ],
);

/** One paid order. The second key on the payment object makes the same payment grant once, whoever brings it first. */
export const payment = pgTable(
  'payment',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    orderId: text('order_id')
      .notNull()
      .unique()
      .references(() => purchaseOrder.id),
    /** The payment intent, or the session where a 100 % discount left no payment. */
    stripePaymentId: text('stripe_payment_id').notNull().unique(),
    amountCents: integer('amount_cents').notNull(),
    currency: text('currency').notNull(),
    credits: integer('credits').notNull(),
    receiptUrl: text('receipt_url'),
    invoiceUrl: text('invoice_url'),
    paidAt: instant('paid_at').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('payment_page').on(table.organizationId, table.paidAt, table.id)],
);

/** Every verified Stripe event, durable before the webhook answers 200. The payload is a hint: the object is read again. */
export const stripeInbox = pgTable(
  'stripe_inbox',
  {
    eventId: text('event_id').primaryKey(),
    type: text('type').notNull(),
    objectId: text('object_id').notNull(),
    livemode: boolean('livemode').notNull(),
    payload: jsonb('payload').notNull(),
    status: text('status', { enum: ['received', 'applied', 'ignored', 'parked'] })
      .notNull()
      .default('received'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    attemptedAt: instant('attempted_at'),
    appliedAt: instant('applied_at'),
  },
  (table) => [index('stripe_inbox_open').on(table.receivedAt).where(sql`${table.status} = 'received'`)],
);
