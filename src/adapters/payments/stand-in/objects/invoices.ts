import type Stripe from 'stripe';
import type { CustomField } from './customers';
import type { Kept, List, Metadata } from './kept';

export type InvoiceLine = Kept<
  Stripe.InvoiceLineItem,
  | 'id'
  | 'object'
  | 'amount'
  | 'currency'
  | 'description'
  | 'discountable'
  | 'livemode'
  | 'metadata'
  | 'period'
  | 'quantity'
  | 'subtotal',
  'invoice' | 'subscription'
> & {
  discount_amounts: { amount: number; discount: string }[];
  discounts: string[];
  parent:
    | {
        type: 'subscription_item_details';
        invoice_item_details: null;
        subscription_item_details: {
          invoice_item: string | null;
          proration: boolean;
          proration_details: { credited_items: null };
          subscription: string;
          subscription_item: string;
        };
      }
    | {
        type: 'invoice_item_details';
        invoice_item_details: {
          invoice_item: string;
          proration: boolean;
          proration_details: { credited_items: null };
          subscription: string | null;
        };
        subscription_item_details: null;
      };
  pricing: {
    type: 'price_details';
    price_details: { price: string; product: string };
    unit_amount_decimal: string;
  } | null;
  taxes: [];
};

export type Invoice = Kept<
  Stripe.Invoice,
  | 'id'
  | 'object'
  | 'amount_due'
  | 'amount_overpaid'
  | 'amount_paid'
  | 'amount_remaining'
  | 'amount_shipping'
  | 'attempt_count'
  | 'attempted'
  | 'auto_advance'
  | 'automatically_finalizes_at'
  | 'billing_reason'
  | 'collection_method'
  | 'created'
  | 'currency'
  | 'customer_address'
  | 'customer_email'
  | 'customer_name'
  | 'customer_phone'
  | 'customer_tax_exempt'
  | 'description'
  | 'due_date'
  | 'effective_at'
  | 'ending_balance'
  | 'footer'
  | 'hosted_invoice_url'
  | 'invoice_pdf'
  | 'livemode'
  | 'next_payment_attempt'
  | 'number'
  | 'period_end'
  | 'period_start'
  | 'post_payment_credit_notes_amount'
  | 'pre_payment_credit_notes_amount'
  | 'receipt_number'
  | 'starting_balance'
  | 'status'
  | 'status_transitions'
  | 'subtotal'
  | 'subtotal_excluding_tax'
  | 'total'
  | 'total_excluding_tax'
  | 'webhooks_delivered_at',
  'customer' | 'default_payment_method'
> & {
  custom_fields: CustomField[] | null;
  customer_tax_ids: { type: string; value: string }[];
  discounts: string[];
  lines: List<InvoiceLine>;
  metadata: Metadata;
  parent: {
    type: 'subscription_details';
    quote_details: null;
    subscription_details: { metadata: Metadata; subscription: string };
  } | null;
  total_discount_amounts: { amount: number; discount: string }[];
  total_taxes: [];
  /** The subscription it bills; its status follows. */
  _subscription: string | null;
  /** Its due date has passed and was told. */
  _overdue?: boolean;
  /** How often it was charged by the schedule of retries. */
  _tries: number;
  /** Days from final to due. */
  _days: number | null;
};

export type InvoiceItem = Kept<
  Stripe.InvoiceItem,
  | 'id'
  | 'object'
  | 'amount'
  | 'currency'
  | 'date'
  | 'description'
  | 'discountable'
  | 'livemode'
  | 'metadata'
  | 'period'
  | 'proration'
  | 'quantity',
  'invoice'
> & {
  customer: string;
  discounts: string[];
  parent: {
    type: 'subscription_details';
    subscription_details: { subscription: string; subscription_item?: string };
  } | null;
  pricing: InvoiceLine['pricing'];
};

export type InvoicePayment = Kept<
  Stripe.InvoicePayment,
  | 'id'
  | 'object'
  | 'amount_paid'
  | 'amount_requested'
  | 'created'
  | 'currency'
  | 'is_default'
  | 'livemode'
  | 'status'
  | 'status_transitions'
> & { invoice: string; payment: { type: 'payment_intent'; payment_intent: string } };

export type CreditNoteLine = {
  id: string;
  object: 'credit_note_line_item';
  amount: number;
  description: string | null;
  discount_amount: number;
  discount_amounts: [];
  invoice_line_item?: string;
  livemode: false;
  metadata: Metadata;
  quantity: number | null;
  taxes: [];
  type: 'invoice_line_item' | 'custom_line_item';
  unit_amount: number | null;
};

export type CreditNote = Kept<
  Stripe.CreditNote,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_shipping'
  | 'created'
  | 'currency'
  | 'discount_amount'
  | 'effective_at'
  | 'livemode'
  | 'memo'
  | 'number'
  | 'out_of_band_amount'
  | 'pdf'
  | 'post_payment_amount'
  | 'pre_payment_amount'
  | 'reason'
  | 'status'
  | 'subtotal'
  | 'total'
  | 'type'
  | 'voided_at',
  'customer_balance_transaction'
> & {
  customer: string;
  discount_amounts: [];
  invoice: string;
  lines: List<CreditNoteLine>;
  metadata: Metadata;
  refunds: { amount_refunded: number; payment_record_refund: null; refund: string; type: 'refund' }[];
};
