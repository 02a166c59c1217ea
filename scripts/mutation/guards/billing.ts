/** Guards of an order's way from the button to its credits, and of money that goes back. */
import { guardsOf } from '../guard';

const billing = (name: string) => `src/features/billing/${name}.ts`;
const CHECKOUT = billing('checkout/create-checkout.test');
const SETTLE = billing('checkout/settle-session.test');
const REFUND = billing('refunds/refund-payment.test');
const DISPUTE = billing('disputes/settle-dispute.test');

export const BILLING_GUARDS = [
  ...guardsOf('src/lib/permissions.ts', CHECKOUT, [
    ['a member does not buy', "'billing:buy': ADMINS,", "'billing:buy': EVERYONE,", 'a member may not buy'],
  ]),
  ...guardsOf('src/lib/permissions.ts', billing('queries.test'), [
    [
      'a member does not read payments',
      "'billing:read': ADMINS,",
      "'billing:read': EVERYONE,",
      'a member is forbidden, another team is not found',
    ],
  ]),
  ...guardsOf('src/lib/permissions.ts', REFUND, [
    [
      'a member does not refund',
      "'billing:refund': ADMINS,",
      "'billing:refund': EVERYONE,",
      'a member may not; another team’s payment is not found',
    ],
  ]),
  ...guardsOf('src/lib/permissions.ts', 'src/features/credits/verbs.test.ts', [
    [
      'a member does not move credits',
      "'credits:allocate': ADMINS,",
      "'credits:allocate': EVERYONE,",
      'allocate a member may not',
    ],
  ]),
  ...guardsOf(billing('input'), CHECKOUT, [
    [
      'order: no price of the client',
      '.strictObject({ teamId: objectId, ...checkoutChoice,',
      '.object({ teamId: objectId, ...checkoutChoice,',
      'POST /api/stripe/create-checkout',
    ],
    [
      'order: custom credits within bounds',
      '.int(range).min(CUSTOM.min, range).max(CUSTOM.max, range)',
      '',
      'a custom number of credits',
    ],
  ]),
  ...guardsOf(billing('checkout/place-order'), CHECKOUT, [
    [
      'order: one a key',
      'if (earlier.requestHash !== requestHash)',
      'if (false as boolean)',
      'the same key answers the same order and page',
    ],
  ]),
  ...guardsOf(billing('checkout/settle-session'), SETTLE, [
    [
      'order: what does not agree is parked',
      '  if (mismatch) return park(ctx, order, session, mismatch, scope.now);\n',
      '',
      'what does not agree is parked',
    ],
    [
      'order: a paid one stays paid',
      "  if (order.status === 'paid') return settlePaid(ctx, order, session, verdict);\n",
      '',
      'a failure that comes after the payment changes nothing',
    ],
    [
      'order: metadata never moves an order that has its own page',
      'and(isNull(purchaseOrder.stripeSessionId), eq(purchaseOrder.id',
      'and(eq(purchaseOrder.id',
      'a session of our own that names another team’s order in its metadata',
    ],
    [
      'order: locked while it is settled',
      "    .for('update');\n  return row ?? null;",
      '  return row ?? null;',
      'grants once, whichever event, page or sweep comes first',
    ],
  ]),
  ...guardsOf(billing('checkout/create-checkout'), CHECKOUT, [
    [
      'order: an ended one opens no second page',
      '  if (order.resolvedAt) throw orderEnded(order);\n',
      '',
      'an order that has ended opens no second page',
    ],
  ]),
  ...guardsOf(billing('invoices/fill-from-invoice'), billing('checkout/fill-payment.test'), [
    [
      'payment: takes no other invoice for its own',
      ' || row.amountCents !== amountPaid',
      '',
      'an invoice of another amount is not added',
    ],
  ]),
  ...guardsOf(billing('stripe-reads'), billing('payments/stripe-times.test'), [
    ['payment: no time that has not come', 'return at > now ? now : at;', 'return at;', 'not after now'],
  ]),
  ...guardsOf(billing('stripe-reads'), billing('checkout/session-facts.test'), [
    [
      'payment: what is under way was not received',
      "(status === 'succeeded' ? amount : 0)",
      'amount',
      'without the number, only what succeeded was received',
    ],
  ]),
  ...guardsOf(billing('plans/plan-at-stripe'), billing('plans/plan-life.test'), [
    [
      'plans: an unanswered change is not called uncharged',
      '  }, UNCONFIRMED.plan);',
      '  });',
      'it was charged: nobody says that it was not',
    ],
    [
      'plans: what is done is not called undone',
      'await callStripe(refresh, CHANGED);',
      'await callStripe(refresh);',
      'it is done, and only the payment cannot be read yet',
    ],
  ]),
  ...guardsOf(billing('checkout/record-payment'), SETTLE, [
    [
      'payment: counted before, nothing granted',
      '  if (!recorded) return false;\n',
      '  if (!recorded) return (await purchaseCredits(ctx, { amount: order.credits, paymentId: order.id }), true);\n',
      'one payment cannot pay two orders',
    ],
  ]),
  ...guardsOf(billing('checkout/check-order'), billing('checkout/check-order.test'), [
    [
      'order: another team’s is not found',
      'and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId))',
      'eq(purchaseOrder.id, orderId)',
      'another team’s order is not found',
    ],
    [
      'order: a member does not look at it',
      "  requirePermission(ctx.actor, 'billing:read');\n",
      '',
      'a member may not; another team’s order is not found',
    ],
  ]),
  ...guardsOf(billing('refunds/refund-payment'), REFUND, [
    [
      'refund: admins only',
      "  requirePermission(ctx.actor, 'billing:refund');\n",
      '',
      'a member may not; another team’s payment is not found',
    ],
    [
      'refund: the same key, the same refund',
      '    if (earlier) return answerOf(earlier);\n',
      '',
      'the same key answers the same refund',
    ],
    [
      'refund: a key answers its first request only',
      'if (earlier && earlier.requestHash !== requestHash)',
      'if (false as boolean)',
      'the same key answers the same refund; for another amount it is refused',
    ],
    [
      'refund: only by the rule',
      "    if (may.why !== null && may.why !== 'large') throw refused(may.why);\n",
      '',
      'after 30 days no more',
    ],
    [
      'refund: no more credits than were taken',
      '    if (taken.credits < wanted) throw tooFew(taken.credits);\n',
      '',
      'only unspent credits, the oldest spent first',
    ],
    [
      'refund: large ones are for people',
      '    if (terms.backCents + amountCents > REFUND_LIMIT_CENTS) throw tooLarge();\n',
      '',
      'above $500 in all it is for people at headcraft',
    ],
  ]),
  ...guardsOf(billing('disputes/dispute-facts'), DISPUTE, [
    [
      'dispute: an inquiry takes nothing',
      "      return 'inquiry';",
      "      return 'open';",
      'an inquiry takes nothing until money is taken',
    ],
  ]),
  ...guardsOf(billing('disputes/settle-dispute'), DISPUTE, [
    [
      'dispute: once',
      'const known = await findDispute(ctx, facts.id);',
      'const known = null as Dispute | null;',
      'opened: the credits go',
    ],
    [
      'dispute: what was won never took',
      "const wanted = state === 'won' ? 0 : creditsOf(payment, amount);",
      'const wanted = creditsOf(payment, amount);',
      'heard of first when it is over: lost takes, won never took',
    ],
    [
      'dispute: its share only',
      "const wanted = state === 'won' ? 0 : creditsOf(payment, amount);",
      "const wanted = state === 'won' ? 0 : payment.credits;",
      'a part of the payment takes its share',
    ],
  ]),
];
