/** What a person is told about an order. */
import { formatCredits } from '@/lib/money';

export type OrderSituation = {
  status: 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled' | 'parked' | 'closed';
  failure: string | null;
  /** Its sent invoice is past its due date. */
  overdue: boolean;
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
  kind: 'paid' | 'processing' | 'open' | 'invoice' | 'failed' | 'expired' | 'cancelled' | 'parked' | 'closed';
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
        next: 'Not charged. No credits were added. Try another card or ask your bank.',
      };
    case 'expired':
      return {
        kind: 'expired',
        tone: 'warn',
        title: order.channel === 'invoice' ? 'Invoice expired' : 'Payment page expired',
        happened: 'It was not paid in time.',
        next: 'Not charged. No credits were added. You can order again at any time.',
      };
    case 'cancelled':
      return {
        kind: 'cancelled',
        tone: 'warn',
        title: order.channel === 'invoice' ? 'Invoice cancelled' : 'Order cancelled',
        happened:
          order.channel === 'invoice'
            ? 'The invoice was voided and no longer needs to be paid.'
            : 'The order was cancelled before it was paid.',
        next: 'Not charged. No credits were added. You can order again at any time.',
      };
    case 'parked':
      return {
        kind: 'parked',
        tone: 'warn',
        title: 'Payment under review',
        happened: 'The payment does not match the order.',
        next: 'No credits were added yet. We will check it and write to you. You do not need to do anything.',
      };
    case 'closed':
      return {
        kind: 'closed',
        tone: 'info',
        title: 'Order closed',
        happened: order.failure ?? 'We checked the payment and closed the order.',
        next: 'No credits were added. Write to us if anything about the money is not right.',
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
      next: `${formatCredits(credits)} are ${where}. The same number is added with every monthly payment.`,
    };
  }
  return {
    kind: 'paid',
    tone: 'good',
    title: `${formatCredits(credits)} added`,
    happened: 'Your payment arrived.',
    next: `The credits are ${where}.${solo ? '' : ' Next, give them to people.'}`,
  };
}

function invoiceWords({ failure, overdue }: OrderSituation): OrderWords {
  const kind = 'invoice';
  if (failure) {
    return {
      kind,
      tone: 'bad',
      title: overdue ? 'Invoice overdue' : 'Payment failed',
      happened: failure,
      next: 'Not charged. The invoice is still open: pay it with another card, or by bank transfer.',
    };
  }
  if (overdue) {
    return {
      kind,
      tone: 'warn',
      title: 'Invoice overdue',
      happened: 'The invoice was not paid in time.',
      next: 'It can still be paid, and the credits are added then. If the transfer is on its way, you do not need to do anything.',
    };
  }
  return {
    kind,
    tone: 'info',
    title: 'Invoice sent',
    happened: 'Waiting for the invoice to be paid.',
    next: 'Credits are added when it is paid, and we will notify and e-mail you. If you do not pay it, nothing is charged.',
  };
}

function pendingWords(order: OrderSituation): OrderWords {
  const { cancelled, pageOpen, channel } = order;
  if (channel === 'invoice') return invoiceWords(order);
  if (pageOpen) {
    return {
      kind: 'open',
      tone: 'info',
      title: cancelled ? 'Payment cancelled' : 'Not paid yet',
      happened: cancelled ? 'You left the payment page.' : 'The payment page is still open.',
      next: 'Not charged. No credits were added. The payment page stays open for a day.',
    };
  }
  return {
    kind: 'processing',
    tone: 'info',
    title: 'Confirming your payment',
    happened: 'Waiting for Stripe’s confirmation.',
    next: 'Cards take seconds, bank payments can take a few days. You can close this page. We will notify and e-mail you when the credits are there.',
  };
}
