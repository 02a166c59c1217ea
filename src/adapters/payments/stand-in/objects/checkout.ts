import type Stripe from 'stripe';
import type { CustomField } from './customers';
import type { Kept, Metadata } from './kept';

export type LineItem = {
  id: string;
  object: 'item';
  description: string;
  quantity: number;
  currency: string;
  amount_discount: number;
  amount_subtotal: number;
  amount_tax: number;
  amount_total: number;
  /** The price's id; shown as the price itself. */
  price: string;
};

export type CustomerDetails = {
  address: Stripe.Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_exempt: 'none';
  tax_ids: { type: string; value: string }[];
};

export type Session = Kept<
  Stripe.Checkout.Session,
  | 'id'
  | 'object'
  | 'allow_promotion_codes'
  | 'billing_address_collection'
  | 'cancel_url'
  | 'client_reference_id'
  | 'created'
  | 'customer_creation'
  | 'customer_email'
  | 'expires_at'
  | 'livemode'
  | 'locale'
  | 'metadata'
  | 'mode'
  | 'payment_method_collection'
  | 'payment_method_types'
  | 'payment_status'
  | 'status'
  | 'success_url'
  | 'ui_mode'
  | 'url',
  'customer' | 'invoice' | 'payment_intent' | 'setup_intent' | 'subscription'
> & {
  /** Null in mode `setup`. */
  amount_subtotal: number | null;
  amount_total: number | null;
  currency: string | null;
  customer_details: CustomerDetails | null;
  discounts: { coupon: string | null; promotion_code: string | null }[];
  invoice_creation: { enabled: boolean; invoice_data: InvoiceData } | null;
  tax_id_collection: { enabled: boolean; required: 'never' };
  total_details: { amount_discount: number; amount_shipping: number; amount_tax: number };
  /** Shown as `line_items` when asked for. */
  _lines: LineItem[];
  /** The card that its owner is confirming with the bank. */
  _confirming?: string | null;
  /** What `…_data` asked for, until there is something to give it to. */
  _wanted: {
    payment: {
      metadata: Metadata;
      description: string | null;
      saveCard: 'on_session' | 'off_session' | null;
    };
    subscription: { metadata: Metadata; description: string | null };
    setup: { metadata: Metadata; description: string | null };
    updateCustomer: { address: boolean; name: boolean };
  };
};

export type InvoiceData = {
  custom_fields: CustomField[] | null;
  description: string | null;
  footer: string | null;
  metadata: Metadata;
};
