import { say } from '@/texts/current-texts';

/** A purchase order number as Stripe prints it on an invoice. */
export function poField(poNumber: string): { name: string; value: string }[] {
  return [{ name: say('billing.label.poNumber'), value: poNumber }];
}
