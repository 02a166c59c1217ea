/** What Stripe says must belong to the order, and only what Stripe calls paid is paid. */
import { guardsOf } from '../guard';

const mismatch = (condition: string, name: string): readonly [string, string, string, string] => [
  `order: not ${name}`,
  `if (${condition})`,
  'if (false as boolean)',
  `findMismatch finds ${name}`,
];

export const RULE_GUARDS = [
  ...guardsOf(
    'src/features/billing/checkout/session-rules.ts',
    'src/features/billing/checkout/session-rules.test.ts',
    [
      mismatch(
        'order.stripeSessionId !== null && order.stripeSessionId !== session.id',
        'another checkout session',
      ),
      mismatch('session.organizationId !== order.organizationId', 'another organization'),
      mismatch('session.currency?.toLowerCase() !== order.currency', 'another currency'),
      mismatch('session.amountSubtotal !== order.amountCents', 'another price'),
      mismatch('!addsUp(session.amountSubtotal - session.discount, session)', 'another total'),
      [
        'order: a price that includes tax is paid as a whole',
        '|| amountTotal === price;',
        '|| amountTotal >= price - tax;',
        'findMismatch finds another total',
      ],
      mismatch('payment.currency.toLowerCase() !== order.currency', 'a payment in another currency'),
      mismatch('payment.amount !== session.amountTotal', 'a payment of another amount'),
      mismatch(
        "payment.status === 'succeeded' && payment.received !== payment.amount",
        'a part of the payment',
      ),
      [
        'order: completed is not paid',
        "session.paymentStatus === 'paid' || isFree(session)",
        "session.status === 'complete' || isFree(session)",
        'judge completed but unpaid',
      ],
      [
        'order: free only when the total is zero',
        'session.amountTotal === 0 &&',
        '',
        'judge nothing required, but a total',
      ],
      [
        'order: free only when the page was completed',
        "session.status === 'complete' &&",
        '',
        'judge nothing required on an open page',
      ],
    ],
  ),
];
