/** The parts of Stripe's objects that the stand-in keeps, named and typed by the SDK so that they cannot drift apart. */
import type Stripe from 'stripe';

type Ids<T, K extends keyof T> = { [Key in K]: string | null };

export type Customer = Pick<
  Stripe.Customer,
  'id' | 'object' | 'created' | 'livemode' | 'metadata' | 'description'
> & { name: string | null; email: string | null };

export type LineItem = {
  id: string;
  object: 'item';
  description: string;
  quantity: number;
  currency: string;
  amount_subtotal: number;
  amount_total: number;
};

export type Session = Pick<
  Stripe.Checkout.Session,
  | 'id'
  | 'object'
  | 'allow_promotion_codes'
  | 'cancel_url'
  | 'client_reference_id'
  | 'created'
  | 'expires_at'
  | 'livemode'
  | 'metadata'
  | 'mode'
  | 'payment_status'
  | 'payment_method_types'
  | 'status'
  | 'success_url'
  | 'url'
> &
  Ids<Stripe.Checkout.Session, 'customer' | 'payment_intent' | 'invoice'> & {
    amount_subtotal: number;
    amount_total: number;
    currency: string;
    customer_details: { email: string | null; name: string | null } | null;
    invoice_creation: { enabled: boolean };
    total_details: { amount_discount: number; amount_shipping: number; amount_tax: number };
    line_items: { object: 'list'; data: LineItem[]; has_more: boolean; url: string };
    /** Not Stripe's: what `payment_intent_data` asked for, until there is a payment. */
    wanted_payment: { metadata: Record<string, string>; description: string | null };
  };

export type PaymentError = {
  type: 'card_error' | 'api_error';
  code: string;
  decline_code?: string;
  message: string;
};

export type PaymentIntent = Pick<
  Stripe.PaymentIntent,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_received'
  | 'created'
  | 'currency'
  | 'description'
  | 'livemode'
  | 'metadata'
  | 'payment_method_types'
  | 'status'
> &
  Ids<Stripe.PaymentIntent, 'customer' | 'latest_charge'> & { last_payment_error: PaymentError | null };

export type Charge = Pick<
  Stripe.Charge,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_captured'
  | 'amount_refunded'
  | 'captured'
  | 'created'
  | 'currency'
  | 'failure_code'
  | 'failure_message'
  | 'livemode'
  | 'paid'
  | 'receipt_url'
  | 'refunded'
  | 'status'
> &
  Ids<Stripe.Charge, 'customer' | 'payment_intent'> & {
    payment_method_details:
      | { type: 'card'; card: { brand: string; last4: string } }
      | { type: 'us_bank_account' };
  };

export type Invoice = Pick<
  Stripe.Invoice,
  | 'id'
  | 'object'
  | 'amount_due'
  | 'amount_paid'
  | 'created'
  | 'currency'
  | 'hosted_invoice_url'
  | 'livemode'
  | 'metadata'
  | 'number'
  | 'status'
  | 'total'
> &
  Ids<Stripe.Invoice, 'customer'>;

export type StoredEvent = Pick<
  Stripe.Event,
  'id' | 'object' | 'api_version' | 'created' | 'livemode' | 'pending_webhooks'
> & {
  type: string;
  data: { object: object };
  request: { id: string | null; idempotency_key: string | null };
};

export type AnyObject = Customer | Session | PaymentIntent | Charge | Invoice | StoredEvent;

/** Parts that Stripe leaves out unless they are asked for, and parts that are not Stripe's. */
export const HIDDEN_FIELDS = ['line_items', 'wanted_payment'] as const;
