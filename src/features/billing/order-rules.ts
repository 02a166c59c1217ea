/** What a person is told about an order. */
export type OrderSituation = {
  status: 'pending' | 'paid' | 'failed' | 'expired' | 'parked';
  failure: string | null;
  cancelled: boolean;
  /** Set while the payment page still takes a payment. */
  checkoutUrl: string | null;
  credits: number;
  solo: boolean;
};

export type OrderWords = {
  kind: 'paid' | 'processing' | 'open' | 'failed' | 'expired' | 'parked';
  tone: 'good' | 'warn' | 'bad' | 'info';
  title: string;
  happened: string;
  next: string;
};

export function orderWords(order: OrderSituation): OrderWords {
  switch (order.status) {
    case 'paid':
      return {
        kind: 'paid',
        tone: 'good',
        title: `${order.credits} credits added`,
        happened: 'Your payment arrived.',
        next: order.solo
          ? 'The credits are yours to spend.'
          : 'The credits are in the pool of your team. Next: give them to people.',
      };
    case 'failed':
      return {
        kind: 'failed',
        tone: 'bad',
        title: 'Payment failed',
        happened: order.failure ?? 'The payment did not go through.',
        next: 'Not charged, no credits were added. Try another card, or ask your bank.',
      };
    case 'expired':
      return {
        kind: 'expired',
        tone: 'warn',
        title: 'Payment page expired',
        happened: 'Nobody paid in time.',
        next: 'Not charged, no credits were added. Order again whenever you like.',
      };
    case 'parked':
      return {
        kind: 'parked',
        tone: 'warn',
        title: 'Payment under review',
        happened: 'The payment does not match the order.',
        next: 'No credits were added yet. We look at it and write to you; you need not do anything.',
      };
    case 'pending':
      return pendingWords(order);
  }
}

function pendingWords({ cancelled, checkoutUrl }: OrderSituation): OrderWords {
  if (cancelled && checkoutUrl) {
    return {
      kind: 'open',
      tone: 'info',
      title: 'Payment cancelled',
      happened: 'You left the payment page.',
      next: 'Not charged, no credits were added. The payment page stays open for a day.',
    };
  }
  return {
    kind: 'processing',
    tone: 'info',
    title: 'Confirming your payment',
    happened: 'Waiting for Stripe’s confirmation.',
    next: 'Cards take seconds, bank payments up to some days. You may leave: a notice and an e-mail tell you when the credits are there.',
  };
}
