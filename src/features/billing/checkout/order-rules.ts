/** What a person is told about an order. */
export type OrderSituation = {
  status: 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled' | 'parked';
  failure: string | null;
  cancelled: boolean;
  /** The payment page still takes a payment. */
  pageOpen: boolean;
  credits: number;
  solo: boolean;
  /** "Starter pack", "Plus plan". */
  label: string;
  kind: 'pack' | 'custom' | 'plan';
  channel: 'checkout' | 'invoice' | 'top-up' | 'plan';
};

export type OrderWords = {
  kind: 'paid' | 'processing' | 'open' | 'invoice' | 'failed' | 'expired' | 'cancelled' | 'parked';
  tone: 'good' | 'warn' | 'bad' | 'info';
  title: string;
  happened: string;
  next: string;
};

/** Whether we may say "Not charged": while a payment is waiting or under review we do not know. */
export function isUncharged(status: OrderSituation['status']): boolean {
  return status === 'failed' || status === 'expired' || status === 'cancelled';
}

export function orderWords(order: OrderSituation): OrderWords {
  switch (order.status) {
    case 'paid':
      return paidWords(order);
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
        title: order.channel === 'invoice' ? 'Invoice expired' : 'Payment page expired',
        happened: 'Nobody paid in time.',
        next: 'Not charged, no credits were added. Order again whenever you like.',
      };
    case 'cancelled':
      return {
        kind: 'cancelled',
        tone: 'warn',
        title: order.channel === 'invoice' ? 'Invoice cancelled' : 'Order cancelled',
        happened:
          order.channel === 'invoice'
            ? 'The invoice is void. Nobody needs to pay it.'
            : 'The order was called off before it was paid.',
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

function paidWords({ kind, label, credits, solo }: OrderSituation): OrderWords {
  const where = solo ? 'yours to spend' : 'in your team’s pool';
  if (kind === 'plan') {
    return {
      kind: 'paid',
      tone: 'good',
      title: `${label} started`,
      happened: 'Your payment arrived.',
      next: `${credits} credits are ${where}, and as many come with every paid month.`,
    };
  }
  return {
    kind: 'paid',
    tone: 'good',
    title: `${credits} credits added`,
    happened: 'Your payment arrived.',
    next: `The credits are ${where}.${solo ? '' : ' Next: give them to people.'}`,
  };
}

function pendingWords({ cancelled, pageOpen, channel }: OrderSituation): OrderWords {
  if (channel === 'invoice') {
    return {
      kind: 'invoice',
      tone: 'info',
      title: 'Invoice sent',
      happened: 'Waiting for the payment of the invoice.',
      next: 'Credits arrive with the payment; a notice and an e-mail tell you. Unpaid, it costs nothing.',
    };
  }
  if (pageOpen) {
    return {
      kind: 'open',
      tone: 'info',
      title: cancelled ? 'Payment cancelled' : 'Not paid yet',
      happened: cancelled ? 'You left the payment page.' : 'The payment page is still open.',
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
