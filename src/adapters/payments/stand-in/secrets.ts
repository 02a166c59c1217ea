/** Keys of the local stand-in: made once and kept in the data folder, in the shape of Stripe's test keys. */
import { localSecret } from '@/env';

export function localSecretKey(): string {
  return `sk_test_${localSecret('stripe-key')}`;
}

export function localWebhookSecret(): string {
  return `whsec_${localSecret('stripe-webhook')}`;
}
