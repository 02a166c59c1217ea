import { z } from 'zod';
import {
  checkoutBody,
  invoiceOrderBody,
  paymentsQuery,
  refundBody,
  reportQuery,
} from '@/features/billing/input';
import { billingDetailsInput } from '@/features/billing/invoices/billing-details-input';
import { json, route } from '../define';
import { cents, credits, instant, nextCursor, tier } from '../shared';

const orderStatus = z.enum(['pending', 'expired', 'failed', 'cancelled', 'paid', 'parked', 'closed']);

export const createCheckout = route({
  name: 'createCheckout',
  method: 'POST',
  path: '/api/stripe/create-checkout',
  group: 'Billing',
  summary: 'Open the payment page for a pack, a number of credits or a plan',
  details: 'The price is ours: a body that names one is refused.',
  who: 'admin',
  scope: 'billing:write',
  body: checkoutBody,
  limit: 'checkout',
  idempotent: true,
  answers: { 200: json('The order and where to pay it', z.object({ orderId: z.string(), url: z.string() })) },
  errors: ['not_found', 'conflict', 'unavailable'],
});

export const orderByInvoice = route({
  name: 'orderByInvoice',
  method: 'POST',
  path: '/api/teams/{teamId}/orders',
  group: 'Billing',
  summary: 'Order a pack or credits by invoice',
  details: 'From 199 US dollars on; due after 30 days. The credits come with the payment.',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  body: invoiceOrderBody,
  limit: 'checkout',
  idempotent: true,
  answers: {
    200: json(
      'The order',
      z.object({ orderId: z.string(), hostedUrl: z.string().nullable(), dueAt: instant.nullable() }),
    ),
  },
  errors: ['conflict', 'unavailable'],
});

export const cancelOrder = route({
  name: 'cancelOrder',
  method: 'POST',
  path: '/api/teams/{teamId}/orders/{id}/cancel',
  group: 'Billing',
  summary: 'Call off an order that is not paid',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  limit: 'write',
  answers: { 200: json('The order', z.object({ orderId: z.string(), status: orderStatus })) },
  errors: ['conflict', 'unavailable'],
});

const row = {
  id: z.string(),
  orderId: z.string().nullable(),
  paymentId: z.string().nullable(),
  createdAt: instant,
  paidAt: instant.nullable(),
  kind: z.enum(['custom', 'plan', 'pack']),
  label: z.string(),
  channel: z.enum(['checkout', 'plan', 'top-up', 'invoice']),
  pack: z.string(),
  credits,
  amountCents: cents,
  taxCents: cents,
  refundedCents: cents,
  disputed: z.enum(['open', 'won', 'lost']).nullable(),
  currency: z.string(),
  status: orderStatus,
  failure: z.string().nullable(),
  dueAt: instant.nullable(),
  overdueSince: instant.nullable(),
  poNumber: z.string().nullable(),
  receiptUrl: z.string().nullable(),
  invoiceUrl: z.string().nullable(),
  payUrl: z.string().nullable(),
};

export const listPayments = route({
  name: 'listPayments',
  method: 'GET',
  path: '/api/teams/{teamId}/payments',
  group: 'Billing',
  summary: 'Orders and payments of the team',
  details: 'Newest first; `format=csv` streams all of them.',
  who: 'admin',
  permission: 'billing:read',
  scope: 'billing:read',
  organizationKeys: true,
  query: paymentsQuery,
  answers: {
    200: {
      says: 'A page of payments; or all of them as CSV',
      json: z.object({ items: z.array(z.object(row).meta({ id: 'Payment' })), nextCursor }),
      media: ['text/csv'],
    },
  },
  errors: ['malformed'],
});

const plan = tier.nullable();

export const getPayment = route({
  name: 'getPayment',
  method: 'GET',
  path: '/api/teams/{teamId}/payments/{id}',
  group: 'Billing',
  summary: 'One payment and what happened to it',
  details: 'The id of a payment or of an order that is not paid; with what can be refunded.',
  who: 'admin',
  permission: 'billing:read',
  scope: 'billing:read',
  organizationKeys: true,
  answers: {
    200: json(
      'The payment',
      z.object({
        ...row,
        unspent: credits.nullable(),
        refundable: z
          .object({
            credits,
            cents,
            until: instant,
            why: z
              .enum(['free', 'refunded', 'late', 'creditless', 'disputed', 'spent', 'large'])
              .nullable()
              .describe('Why nothing can be paid back'),
          })
          .nullable(),
        refundEffect: z.object({ spareCents: cents, plan, before: tier, after: tier }).nullable(),
        refunds: z.array(
          z.object({
            origin: z.enum(['product', 'stripe']),
            id: z.string(),
            status: z.enum(['pending', 'failed', 'succeeded']),
            credits,
            createdAt: instant,
            amountCents: cents,
            failure: z.string().nullable(),
          }),
        ),
        disputes: z.array(
          z.object({
            id: z.string(),
            status: z.enum(['open', 'won', 'lost']),
            credits,
            createdAt: instant,
            amountCents: cents,
            resolvedAt: instant.nullable(),
          }),
        ),
        timeline: z.array(
          z.object({
            at: instant,
            what: z.string(),
            amountCents: cents.nullable(),
            credits: credits.nullable(),
            who: z.string().nullable(),
            note: z.string().nullable(),
          }),
        ),
        documents: z.array(
          z.object({ kind: z.enum(['invoice', 'receipt', 'credit_note']), url: z.string() }),
        ),
      }),
    ),
  },
});

export const refundPayment = route({
  name: 'refundPayment',
  method: 'POST',
  path: '/api/teams/{teamId}/payments/{id}/refund',
  group: 'Billing',
  summary: 'Pay unspent credits back',
  who: 'admin',
  permission: 'billing:refund',
  scope: 'billing:write',
  body: refundBody,
  limit: 'write',
  idempotent: true,
  answers: {
    200: json(
      'The refund',
      z.object({
        status: z.enum(['pending', 'failed', 'succeeded']),
        credits,
        amountCents: cents,
        refundId: z.string(),
      }),
    ),
  },
  errors: ['conflict', 'unavailable'],
});

const text = z.string().nullable();
const details = {
  email: text,
  company: text,
  line1: text,
  line2: text,
  postalCode: text,
  city: text,
  state: text,
  country: text,
  taxIdType: text,
  taxId: text,
  poNumber: text,
};

export const getBillingDetails = route({
  name: 'getBillingDetails',
  method: 'GET',
  path: '/api/teams/{teamId}/billing/details',
  group: 'Billing',
  summary: 'What invoices say about the team',
  who: 'admin',
  permission: 'billing:read',
  scope: 'billing:read',
  organizationKeys: true,
  answers: { 200: json('The details', z.object({ ...details, taxIdProblem: text })) },
});

export const saveBillingDetails = route({
  name: 'saveBillingDetails',
  method: 'PUT',
  path: '/api/teams/{teamId}/billing/details',
  group: 'Billing',
  summary: 'Change what invoices say about the team',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  body: billingDetailsInput,
  limit: 'write',
  answers: { 200: json('The details', z.object(details)) },
  errors: ['unavailable'],
});

export const getMonthlyReport = route({
  name: 'getMonthlyReport',
  method: 'GET',
  path: '/api/teams/{teamId}/billing/report',
  group: 'Billing',
  summary: 'A month in credits and money',
  who: 'admin',
  permission: 'billing:read',
  scope: 'billing:read',
  organizationKeys: true,
  query: reportQuery,
  answers: {
    200: json(
      'The month',
      z.object({
        month: z.string(),
        credits: z.object({
          opening: credits,
          sold: credits,
          granted: credits,
          used: credits,
          refunded: credits,
          chargedBack: credits,
          closing: credits,
        }),
        money: z.object({
          payments: z.int(),
          paidCents: cents,
          taxCents: cents,
          refundedCents: cents,
          disputedCents: cents,
          feeCents: cents,
          netCents: cents,
        }),
        reconciles: z.boolean(),
      }),
    ),
  },
});
