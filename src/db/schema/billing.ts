import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Language } from '@/texts/languages';
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
    kind: text('kind', { enum: ['pack', 'custom', 'plan'] })
      .notNull()
      .default('pack'),
    /** A pack's id, `custom`, or a plan's id. */
    pack: text('pack').notNull(),
    /** How it is paid: on Stripe's page, by an invoice that is sent, or by the saved card of an automatic top-up. */
    channel: text('channel', { enum: ['checkout', 'invoice', 'top-up'] })
      .notNull()
      .default('checkout'),
    /** Of whoever ordered: every repeated request to Stripe about it says the same. */
    language: text('language').$type<Language>().notNull().default('en'),
    credits: integer('credits').notNull(),
    amountCents: integer('amount_cents').notNull(),
    currency: text('currency').notNull().default('usd'),
    priceVersion: text('price_version').notNull(),
    /** Parked waits for staff; closed is what they settled by hand, see `billing_review`. */
    status: text('status', {
      enum: ['pending', 'paid', 'failed', 'expired', 'cancelled', 'parked', 'closed'],
    })
      .notNull()
      .default('pending'),
    stripeSessionId: text('stripe_session_id').unique(),
    /** The invoice that is sent, or charged to the saved card. */
    stripeInvoiceId: text('stripe_invoice_id').unique(),
    stripeSubscriptionId: text('stripe_subscription_id').unique(),
    /** Where it is paid: Stripe's page, or the hosted invoice. */
    checkoutUrl: text('checkout_url'),
    poNumber: text('po_number'),
    /** Why the last attempt failed or why the order is parked, for people to read. */
    failure: text('failure'),
    createdAt: createdAt(),
    /** When the checkout page closes by itself. */
    expiresAt: instant('expires_at'),
    /** Since when its sent invoice is overdue. */
    overdueSince: instant('overdue_since'),
    /** When Stripe was last asked about it. */
    checkedAt: instant('checked_at'),
    /** When nothing more is expected of it. A declined card leaves it open: the same page takes another card. */
    resolvedAt: instant('resolved_at'),
    /** When staff were told that it is parked. */
    toldAt: instant('told_at'),
  },
  (table) => [
    uniqueIndex('purchase_order_key').on(table.organizationId, table.idempotencyKey),
    index('purchase_order_open').on(table.createdAt).where(sql`${table.resolvedAt} is null`),
    index('purchase_order_parked').on(table.toldAt).where(sql`${table.status} = 'parked'`),
    index('purchase_order_page').on(table.organizationId, table.createdAt, table.id),
    check('purchase_order_credits', sql`${table.credits} > 0`),
    check('purchase_order_amount', sql`${table.amountCents} >= 0`),
  ],
);

/**
 * Money that came in: a paid order, or a paid invoice of a plan. The second key on the payment object makes the same payment
 * grant once, whoever brings it first. `amountCents` is what was paid, tax included.
 */
export const payment = pgTable(
  'payment',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    kind: text('kind', { enum: ['pack', 'custom', 'plan'] })
      .notNull()
      .default('pack'),
    /** What was bought, as statements and lists say it: "Starter pack", "Plus plan, November 2026". */
    label: text('label').notNull().default(''),
    /** Null for a plan's renewal, which nobody ordered anew. */
    orderId: text('order_id')
      .unique()
      .references(() => purchaseOrder.id),
    /** The payment intent, or the session or invoice where nothing was left to pay. */
    stripePaymentId: text('stripe_payment_id').notNull().unique(),
    stripeInvoiceId: text('stripe_invoice_id').unique(),
    stripeChargeId: text('stripe_charge_id').unique(),
    stripeSubscriptionId: text('stripe_subscription_id'),
    /** The period of a plan that it pays for, with the first payment or an upgrade; null for packs. */
    periodStart: instant('period_start'),
    amountCents: integer('amount_cents').notNull(),
    taxCents: integer('tax_cents').notNull().default(0),
    currency: text('currency').notNull(),
    credits: integer('credits').notNull(),
    /** What Stripe kept and what arrived; null until Stripe has said so. */
    feeCents: integer('fee_cents'),
    netCents: integer('net_cents'),
    /** All of it that went back, as Stripe's charge last said. */
    refundedCents: integer('refunded_cents').notNull().default(0),
    receiptUrl: text('receipt_url'),
    invoiceUrl: text('invoice_url'),
    paidAt: instant('paid_at').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('payment_page').on(table.organizationId, table.paidAt, table.id),
    index('payment_period').on(table.paidAt),
    check('payment_refunded', sql`${table.refundedCents} between 0 and ${table.amountCents}`),
  ],
);

/** Money on its way back. The credits leave the pool before Stripe is asked, so that nobody spends them meanwhile. */
export const refund = pgTable(
  'refund',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    paymentId: text('payment_id')
      .notNull()
      .references(() => payment.id),
    /** Asked for in the product, or made in Stripe's dashboard. */
    origin: text('origin', { enum: ['product', 'stripe'] }).notNull(),
    amountCents: integer('amount_cents').notNull(),
    /** Credits that were taken back. */
    credits: integer('credits').notNull(),
    status: text('status', { enum: ['pending', 'succeeded', 'failed'] })
      .notNull()
      .default('pending'),
    stripeRefundId: text('stripe_refund_id').unique(),
    /** At Stripe, when the payment has an invoice. */
    creditNoteId: text('credit_note_id'),
    creditNoteUrl: text('credit_note_url'),
    creditNoteTriedAt: instant('credit_note_tried_at'),
    /** Who asked, as `actorLabel` writes it, and why. */
    actor: text('actor').notNull(),
    reason: text('reason'),
    failure: text('failure'),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    createdAt: createdAt(),
    /** When the money left, by Stripe's clock. It stays when the refund fails later: `resolvedAt` says when it came back. */
    sentAt: instant('sent_at'),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    uniqueIndex('refund_key').on(table.organizationId, table.idempotencyKey),
    index('refund_payment').on(table.paymentId),
    index('refund_open').on(table.createdAt).where(sql`${table.status} = 'pending'`),
    check('refund_amount', sql`${table.amountCents} > 0 and ${table.credits} >= 0`),
  ],
);

/** A payment that its bank disputes. Its credits are charged back when it opens and return when it is won. */
export const dispute = pgTable(
  'dispute',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    paymentId: text('payment_id')
      .notNull()
      .references(() => payment.id),
    stripeDisputeId: text('stripe_dispute_id').notNull().unique(),
    amountCents: integer('amount_cents').notNull(),
    credits: integer('credits').notNull(),
    status: text('status', { enum: ['open', 'won', 'lost'] })
      .notNull()
      .default('open'),
    reason: text('reason'),
    /** What Stripe charged for it when it opened, and what came back of that when it was won. */
    feeCents: integer('fee_cents').notNull().default(0),
    feeReturnedCents: integer('fee_returned_cents').notNull().default(0),
    createdAt: createdAt(),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    index('dispute_payment').on(table.paymentId),
    check('dispute_amount', sql`${table.amountCents} >= 0 and ${table.credits} >= 0`),
  ],
);

/** A team's monthly plan, as Stripe last said. One at a time. */
export const subscription = pgTable(
  'subscription',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    stripeSubscriptionId: text('stripe_subscription_id').notNull().unique(),
    /** What the team has now. */
    plan: text('plan', { enum: ['plus', 'pro'] }).notNull(),
    /** A lower plan that begins with the next period. */
    nextPlan: text('next_plan', { enum: ['plus', 'pro'] }),
    /** Stripe's own word: active, past_due, unpaid, canceled … Ours is `duplicate`: bought while another plan was running. */
    status: text('status').notNull(),
    periodStart: instant('period_start').notNull(),
    periodEnd: instant('period_end').notNull(),
    cancelAtPeriodEnd: boolean('cancel_at_period_end').notNull().default(false),
    /** When the first payment of the open period failed. The plan goes on for some days of grace. */
    pastDueSince: instant('past_due_since'),
    endedAt: instant('ended_at'),
    /** Counts changes of this row: what was read from Stripe before a change must not be applied after it. */
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('subscription_current').on(table.organizationId).where(sql`${table.endedAt} is null`),
    index('subscription_page').on(table.organizationId, table.createdAt),
  ],
);

/** How many credits a period of a plan has granted: an upgrade grants the difference, nothing grants twice. */
export const planCycle = pgTable(
  'plan_cycle',
  {
    stripeSubscriptionId: text('stripe_subscription_id').notNull(),
    periodStart: instant('period_start').notNull(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    plan: text('plan', { enum: ['plus', 'pro'] }).notNull(),
    granted: integer('granted').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.stripeSubscriptionId, table.periodStart] }),
    check('plan_cycle_granted', sql`${table.granted} >= 0`),
  ],
);

/** What invoices say about the buyer, and where they are sent. */
export const billingDetails = pgTable('billing_details', {
  organizationId: text('organization_id')
    .primaryKey()
    .references(() => organization.id),
  email: text('email'),
  company: text('company'),
  line1: text('line1'),
  line2: text('line2'),
  postalCode: text('postal_code'),
  city: text('city'),
  state: text('state'),
  /** ISO 3166-1 alpha-2. */
  country: text('country'),
  /** Stripe's type, e.g. `eu_vat`, and the number. */
  taxIdType: text('tax_id_type'),
  taxId: text('tax_id'),
  stripeTaxId: text('stripe_tax_id'),
  /** Why Stripe refused the tax id, for people to read: invoices go without it. */
  taxIdProblem: text('tax_id_problem'),
  /** The purchase order that invoices name from now on. */
  poNumber: text('po_number'),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** What happens when the pool runs low: a notice, and on request a pack bought with the saved card. */
export const balanceWatch = pgTable(
  'balance_watch',
  {
    organizationId: text('organization_id')
      .primaryKey()
      .references(() => organization.id),
    /** Tell the admins when fewer credits are left; null: never. */
    noticeBelow: integer('notice_below').default(10),
    /** When they were told; cleared when the pool is above again. */
    toldAt: instant('told_at'),
    topUpEnabled: boolean('top_up_enabled').notNull().default(false),
    topUpPack: text('top_up_pack'),
    topUpBelow: integer('top_up_below'),
    /** The most that automatic top-ups may cost in a calendar month (UTC). */
    topUpMonthlyCapCents: integer('top_up_monthly_cap_cents'),
    /** Set when a card was declined or credits were refunded: nothing is bought until an admin says so. */
    topUpPausedAt: instant('top_up_paused_at'),
    topUpFailure: text('top_up_failure'),
    /** When a round last looked at it: those that wait longest come first. */
    lookedAt: instant('looked_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    check(
      'balance_watch_top_up',
      sql`not ${table.topUpEnabled} or (${table.topUpPack} is not null and ${table.topUpBelow} > 0 and ${table.topUpMonthlyCapCents} > 0)`,
    ),
  ],
);

/** One comparison with Stripe that repaired: what was looked at, put right, and what still differs. */
export const reconciliation = pgTable(
  'reconciliation',
  {
    id: text('id').primaryKey(),
    /** The span of Stripe's times that was read. */
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    checked: jsonb('checked').$type<Record<string, number>>().notNull(),
    repaired: integer('repaired').notNull(),
    differences: jsonb('differences').$type<string[]>().notNull(),
    /** Until when everything was compared without a gap and without a difference, as of this run. */
    reachedAt: instant('reached_at'),
    /** When staff were told of its differences, or when none of them was new. */
    toldAt: instant('told_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('reconciliation_latest').on(table.createdAt),
    index('reconciliation_reached').on(table.reachedAt),
  ],
);

/** What staff settled by hand: a parked event or order, or anything that a comparison named. Why, and who says so. */
export const billingReview = pgTable(
  'billing_review',
  {
    /** The id of what was settled, ours or Stripe's: `ord_…`, `evt_…`, `pi_…`. */
    id: text('id').primaryKey(),
    /** Null where it is of no team that we know. */
    organizationId: text('organization_id').references(() => organization.id),
    reason: text('reason').notNull(),
    /** Who says so, as they wrote it. */
    reviewer: text('reviewer').notNull(),
    createdAt: createdAt(),
  },
  (table) => [check('billing_review_reason', sql`length(${table.reason}) > 0`)],
);

/**
 * Every verified Stripe event, durable before the webhook answers 200. It only says which object to read again, so nothing of its
 * content is kept: that names people, their addresses and cards.
 */
export const stripeInbox = pgTable(
  'stripe_inbox',
  {
    eventId: text('event_id').primaryKey(),
    type: text('type').notNull(),
    /** Empty for events about no single object, e.g. `balance.available`. */
    objectId: text('object_id').notNull(),
    livemode: boolean('livemode').notNull(),
    /** When it happened, by Stripe's clock. */
    eventCreatedAt: instant('event_created_at'),
    /** In which shape Stripe told of it. */
    apiVersion: text('api_version'),
    status: text('status', { enum: ['received', 'applied', 'ignored', 'parked', 'closed'] })
      .notNull()
      .default('received'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    attemptedAt: instant('attempted_at'),
    appliedAt: instant('applied_at'),
    /** When staff were told that it is parked. */
    toldAt: instant('told_at'),
  },
  (table) => [
    index('stripe_inbox_open').on(table.receivedAt).where(sql`${table.status} = 'received'`),
    index('stripe_inbox_parked').on(table.objectId).where(sql`${table.status} = 'parked'`),
  ],
);
