import type { PayResult } from '@/adapters/payments/stand-in/pages/checkout';
import type { StandIn } from '@/adapters/payments/stand-in/server';
import type { CheckoutPress } from './input';

/** Does what a button of the payment page says. */
export function pressCheckout(
  { page }: StandIn,
  sessionId: string,
  press: CheckoutPress,
): PayResult | { status: 'changed' } {
  if ('confirm' in press) return page.confirm(sessionId, press.confirm);
  if ('bank' in press) return page.payByBank(sessionId, press);
  if (!('code' in press)) return page.pay(sessionId, press);
  const promotionCode = page.applyCode(sessionId, press.code);
  return promotionCode ? { status: 'incomplete', fields: { promotionCode } } : { status: 'changed' };
}
