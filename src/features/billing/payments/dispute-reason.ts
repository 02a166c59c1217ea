import type { Texts } from '@/texts/make-texts';
import type { Messages } from '@/texts/messages/english';

type Known = keyof Messages['billing']['disputeReason'];

const KNOWN: readonly Known[] = [
  'bank_cannot_process',
  'check_returned',
  'credit_not_processed',
  'customer_initiated',
  'debit_not_authorized',
  'duplicate',
  'fraudulent',
  'general',
  'incorrect_account_details',
  'insufficient_funds',
  'product_not_received',
  'product_unacceptable',
  'subscription_canceled',
  'unrecognized',
];

/** Stripe's code of why a bank disputes a payment ("product_not_received") in words; one that is new to us as it reads. */
export function disputeReason(code: string, { t }: Texts): string {
  const known = KNOWN.find((one) => one === code);
  return known ? t(`billing.disputeReason.${known}`) : code.replaceAll('_', ' ');
}
