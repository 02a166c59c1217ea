import type Stripe from 'stripe';
import type { Kept, Metadata } from './kept';

export type CustomField = { name: string; value: string };

export type Customer = Kept<
  Stripe.Customer,
  | 'id'
  | 'object'
  | 'address'
  | 'balance'
  | 'created'
  | 'currency'
  | 'delinquent'
  | 'description'
  | 'email'
  | 'invoice_prefix'
  | 'livemode'
  | 'metadata'
  | 'phone'
  | 'preferred_locales'
  | 'tax_exempt'
> & {
  name: string | null;
  invoice_settings: {
    custom_fields: CustomField[] | null;
    default_payment_method: string | null;
    footer: string | null;
    rendering_options: null;
  };
};

export type TaxId = Kept<
  Stripe.TaxId,
  'id' | 'object' | 'country' | 'created' | 'livemode' | 'type' | 'value'
> & {
  customer: string;
  owner: { type: 'customer'; customer: string };
  verification: {
    status: 'pending' | 'verified' | 'unavailable';
    verified_address: null;
    verified_name: null;
  };
};

export type PortalConfiguration = Kept<
  Stripe.BillingPortal.Configuration,
  | 'id'
  | 'object'
  | 'active'
  | 'created'
  | 'default_return_url'
  | 'is_default'
  | 'livemode'
  | 'name'
  | 'updated'
> & { business_profile: object; features: Record<string, { enabled: boolean }>; metadata: Metadata };

export type PortalSession = Kept<
  Stripe.BillingPortal.Session,
  'id' | 'object' | 'created' | 'customer' | 'livemode' | 'return_url' | 'url'
> & { configuration: string; flow: PortalFlow | null };

export type PortalFlow = {
  type: 'payment_method_update' | 'subscription_cancel';
  after_completion: {
    type: string;
    redirect: { return_url: string } | null;
    hosted_confirmation: object | null;
  };
  subscription_cancel: { subscription: string; retention: null } | null;
};
