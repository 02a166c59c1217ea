import type Stripe from 'stripe';
import type { Kept, Metadata } from './kept';

export type PaymentError = {
  type: 'card_error' | 'api_error';
  code: string;
  decline_code?: string;
  message: string;
};

export type PaymentIntent = Kept<
  Stripe.PaymentIntent,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_capturable'
  | 'amount_received'
  | 'canceled_at'
  | 'cancellation_reason'
  | 'capture_method'
  | 'client_secret'
  | 'confirmation_method'
  | 'created'
  | 'currency'
  | 'description'
  | 'livemode'
  | 'metadata'
  | 'payment_method_types'
  | 'receipt_email'
  | 'setup_future_usage'
  | 'status',
  'customer' | 'latest_charge' | 'payment_method'
> & {
  last_payment_error: (PaymentError & { charge?: string; payment_method?: object }) | null;
  next_action: { type: 'use_stripe_sdk'; use_stripe_sdk: { type: 'three_d_secure_redirect' } } | null;
};

export type Charge = Kept<
  Stripe.Charge,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_captured'
  | 'amount_refunded'
  | 'captured'
  | 'created'
  | 'currency'
  | 'description'
  | 'disputed'
  | 'failure_code'
  | 'failure_message'
  | 'livemode'
  | 'metadata'
  | 'paid'
  | 'payment_method'
  | 'receipt_email'
  | 'receipt_url'
  | 'refunded'
  | 'status',
  'balance_transaction' | 'customer' | 'payment_intent'
> & {
  billing_details: BillingDetails;
  outcome: { network_status: string; reason: string | null; seller_message: string; type: string } | null;
  payment_method_details:
    | { type: 'card'; card: { brand: string; last4: string; exp_month: number; exp_year: number } }
    | { type: 'us_bank_account' };
};

export type BillingDetails = {
  address: Stripe.Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
};

export type PaymentMethod = Kept<
  Stripe.PaymentMethod,
  'id' | 'object' | 'created' | 'livemode' | 'metadata' | 'type' | 'allow_redisplay',
  'customer'
> & {
  billing_details: BillingDetails;
  card: {
    brand: string;
    last4: string;
    exp_month: number;
    exp_year: number;
    funding: 'credit';
    country: 'US';
  };
  /** Which test card it is: that decides what happens when it is charged. */
  _number: string;
  /** Its owner has confirmed it with the bank: kept, it is charged without asking. */
  _confirmed?: boolean;
};

export type SetupIntent = Kept<
  Stripe.SetupIntent,
  | 'id'
  | 'object'
  | 'created'
  | 'description'
  | 'livemode'
  | 'metadata'
  | 'payment_method_types'
  | 'status'
  | 'usage',
  'customer' | 'payment_method'
>;

export type Refund = Kept<
  Stripe.Refund,
  | 'id'
  | 'object'
  | 'amount'
  | 'created'
  | 'currency'
  | 'failure_reason'
  | 'metadata'
  | 'reason'
  | 'receipt_number'
  | 'status',
  'balance_transaction' | 'charge' | 'customer' | 'payment_intent' | 'payment_method'
> & {
  failure_balance_transaction?: string;
  /** When (seconds) it turns out whether it arrives, when that takes time. */
  _settles?: { at: number; arrives: boolean } | null;
};

export type BalanceTransaction = Kept<
  Stripe.BalanceTransaction,
  | 'id'
  | 'object'
  | 'amount'
  | 'available_on'
  | 'balance_type'
  | 'created'
  | 'currency'
  | 'description'
  | 'exchange_rate'
  | 'fee'
  | 'fee_details'
  | 'net'
  | 'reporting_category'
  | 'status'
  | 'type',
  'source'
>;

export type Dispute = Kept<
  Stripe.Dispute,
  | 'id'
  | 'object'
  | 'amount'
  | 'created'
  | 'currency'
  | 'enhanced_eligibility_types'
  | 'is_charge_refundable'
  | 'livemode'
  | 'network_reason_code'
  | 'reason'
  | 'status',
  'payment_intent'
> & {
  balance_transactions: BalanceTransaction[];
  charge: string;
  evidence: Record<string, string | null>;
  evidence_details: { due_by: number; has_evidence: boolean; past_due: boolean; submission_count: number };
  metadata: Metadata;
};
