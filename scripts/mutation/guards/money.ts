/** Guards of money that leaves, of invoices and top-ups, and of what people may ask for. */
import { guardsOf } from '../guard';

const TESTS = 'src/features/billing';

export const MONEY_GUARDS = [
  ...guardsOf(`${TESTS}/input.ts`, `${TESTS}/create-checkout.test.ts`, [
    ['money: fewer custom credits than are sold', '.min(CUSTOM.min, RANGE)', '', '150 is refused'],
    ['money: more custom credits than are sold', '.max(CUSTOM.max, RANGE)', '', '10001 is refused'],
    ['money: parts of credits', '.int(RANGE)', '', '200.5 is refused'],
  ]),
  ...guardsOf(`${TESTS}/refund-rules.ts`, `${TESTS}/refund-rules.test.ts`, [
    [
      'money: refunds of free payments',
      "  if (terms.amountCents === 0) return nothing('free');\n",
      '',
      'nothing paid',
    ],
    [
      'money: refunds of disputed payments',
      "  if (terms.disputed) return nothing('disputed');\n",
      '',
      'disputed',
    ],
    ['money: refunds after 30 days', "  if (now > until) return nothing('late');\n", '', 'for 30 days'],
    [
      'money: the refund limit counts what went back before',
      'terms.backCents + cents > REFUND_LIMIT_CENTS',
      'cents > REFUND_LIMIT_CENTS',
      'a credit above it',
    ],
    [
      'money: a refund is never more than is left',
      'return Math.min(left, ',
      'return Math.max(0, ',
      'never more than is left',
    ],
    [
      'money: the last credits bring what is left',
      'if (credits > 0 && terms',
      'if (credits < 0 && terms',
      'whatever parts it goes back in',
    ],
  ]),
  ...guardsOf(`${TESTS}/explain-refunds.ts`, `${TESTS}/explain-refunds.test.ts`, [
    [
      'money: a hint never moves a refund that has its own id',
      'stripeRefundId === null && id === fact.hint',
      'id === fact.hint',
      'a hint never moves',
    ],
    [
      'money: a failed refund is not money that went back',
      "const listed = charge.refunds.filter(({ status }) => status !== 'failed');",
      'const listed = charge.refunds.slice(1);',
      'ours by its id',
    ],
  ]),
  ...guardsOf(`${TESTS}/refund-payment.ts`, `${TESTS}/refund-payment.test.ts`, [
    [
      'money: only admins refund',
      "  requirePermission(ctx.actor, 'billing:refund');\n",
      '',
      'a member may not',
    ],
    [
      'money: a refund key is for one request',
      'if (earlier && earlier.requestHash !== requestHash)',
      'if (false)',
      'the same key answers the same refund',
    ],
    [
      'money: a refund key counts once',
      '    if (earlier) return answerOf(earlier);\n',
      '',
      'the same key answers the same refund',
    ],
    [
      'money: never fewer credits than were asked for',
      '    if (taken.credits < wanted) throw tooFew(taken.credits);\n',
      '',
      'only unspent credits',
    ],
    [
      'money: refunds above the limit are for people',
      '    if (terms.backCents + amountCents > REFUND_LIMIT_CENTS) throw tooLarge();\n',
      '',
      'above $500 in all',
    ],
  ]),
  ...guardsOf(`${TESTS}/end-refund.ts`, `${TESTS}/refund-payment.test.ts`, [
    [
      'money: a failed refund returns its credits',
      '  if (failed && row.credits > 0) await returnRefund(ctx, { refundId: row.id });\n',
      '',
      'a clear no returns the credits',
    ],
  ]),
  ...guardsOf(`${TESTS}/execute-refund.ts`, `${TESTS}/refund-payment.test.ts`, [
    [
      'money: an old refund is looked for before it is made',
      '    if (made) return refundFacts(made);\n',
      '',
      'no answer leaves it pending',
    ],
    [
      'money: an unclear answer is not a refusal',
      '    if (!isRefusal(error)) throw error;\n',
      '',
      'no answer leaves it pending',
    ],
  ]),
  ...guardsOf(`${TESTS}/settle-refunds.ts`, `${TESTS}/refund-payment.test.ts`, [
    [
      'money: a charge of another amount',
      "  if (charge.amount !== row.amountCents) return 'a charge of another amount';\n",
      '',
      'a charge of another amount is parked',
    ],
  ]),
  ...guardsOf(`${TESTS}/charge-facts.ts`, `${TESTS}/refund-payment.test.ts`, [
    [
      'money: refunds are read though nothing went back',
      'await listRefunds(stripe, id)',
      '[]',
      'a refund that fails days later',
    ],
  ]),
  ...guardsOf(`${TESTS}/settle-dispute.ts`, `${TESTS}/settle-dispute.test.ts`, [
    [
      'money: an inquiry takes nothing',
      "  if (state === 'inquiry') return { status: 'applied' };\n",
      '',
      'an inquiry takes nothing',
    ],
    [
      'money: a dispute won before we heard of it took nothing',
      "state === 'won' ? 0 : ",
      '',
      'heard of first when it is over',
    ],
    [
      'money: a won dispute gives back',
      "  if (state === 'won' && row.credits > 0) await reverseChargeBack(ctx, { disputeId: row.id });\n",
      '',
      'opened: the credits go',
    ],
  ]),
  ...guardsOf(`${TESTS}/handlers/charge.ts`, `${TESTS}/refund-payment.test.ts`, [
    [
      'money: a refund before its payment settles it first',
      'charge.paymentId && !known',
      'charge.paymentId && known',
      'heard of before the payment',
    ],
  ]),
  ...guardsOf(`${TESTS}/settle-invoice.ts`, `${TESTS}/order-by-invoice.test.ts`, [
    [
      'money: an invoice of another customer',
      "  if ((await findCustomer(ctx)) !== invoice.customerId) return 'an invoice of another customer';\n",
      '',
      'another customer is parked',
    ],
    [
      'money: an invoice in another currency',
      "  if (invoice.currency !== order.currency) return 'an invoice in another currency';\n",
      '',
      'another currency is parked',
    ],
    [
      'money: an invoice of another price',
      "  if (invoice.subtotal !== order.amountCents) return 'an invoice of another price';\n",
      '',
      'another price is parked',
    ],
    [
      'money: an order of an invoice is paid once',
      "  if (order.status === 'paid') return { status: 'applied' };\n",
      '',
      'the transfer arrives',
    ],
  ]),
  ...guardsOf(`${TESTS}/order-by-invoice.ts`, `${TESTS}/order-by-invoice.test.ts`, [
    [
      'money: invoices from $199',
      'if (offer.amountCents < INVOICE_FROM_CENTS)',
      'if (false)',
      'from $199 only',
    ],
  ]),
  ...guardsOf(`${TESTS}/cancel-order.ts`, `${TESTS}/order-by-invoice.test.ts`, [
    [
      "money: another team's order is not cancelled",
      'and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId))',
      'eq(purchaseOrder.id, orderId)',
      'order is not found',
    ],
  ]),
  ...guardsOf(`${TESTS}/settle-top-up.ts`, `${TESTS}/watch-balances.test.ts`, [
    [
      'money: a top-up of another amount',
      "  if (facts.amount !== order.amountCents) return 'a payment of another amount';\n",
      '',
      'a payment of another amount',
    ],
    [
      'money: a declined top-up pauses',
      '    .set({ topUpPausedAt: now, topUpFailure: failure })',
      '    .set({ topUpFailure: failure })',
      'a declined card pauses it',
    ],
  ]),
  ...guardsOf(`${TESTS}/watch-balances.ts`, `${TESTS}/watch-balances.test.ts`, [
    ['money: an open top-up blocks the next', '  if (open.length > 0) return;\n', '', 'the answer was lost'],
    [
      'money: the limit of a month',
      '(await countTopUps(ctx, now)) + offer.amountCents > cap',
      'false',
      'stops at the month',
    ],
  ]),
  ...guardsOf(`${TESTS}/charge-top-up.ts`, `${TESTS}/watch-balances.test.ts`, [
    [
      'money: an old top-up is looked for and not charged anew',
      'if (order.createdAt < plus(now, -KEY_HOURS * HOUR))',
      'if (false)',
      'the answer was lost',
    ],
  ]),
  ...guardsOf(`${TESTS}/save-balance-watch.ts`, `${TESTS}/watch-balances.test.ts`, [
    ['money: top-ups need a saved card', '  if (topUp) await requireCard(ctx);\n', '', 'needs a saved card'],
  ]),
  ...guardsOf(`${TESTS}/reconcile-payments.ts`, `${TESTS}/reconcile.test.ts`, [
    [
      'money: amounts are compared',
      'if (intent.amount_received !== row.amountCents || intent.currency !== row.currency)',
      'if (false)',
      'an amount that differs',
    ],
  ]),
  ...guardsOf(`${TESTS}/reconcile-steps.ts`, `${TESTS}/reconcile.test.ts`, [
    [
      'money: without repair nothing changes',
      'if (!sweep.repair)',
      'if (false)',
      'without repair nothing changes',
    ],
  ]),
];
