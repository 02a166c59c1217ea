/** Guards of money that leaves, of invoices and top-ups, and of what people may ask for. */
import { guardsOf } from '../guard';

const BILLING = 'src/features/billing';

export const MONEY_GUARDS = [
  ...guardsOf(`${BILLING}/input.ts`, `${BILLING}/checkout/create-checkout.test.ts`, [
    ['money: fewer custom credits than are sold', '.min(CUSTOM.min, range)', '', '150 is refused'],
    ['money: more custom credits than are sold', '.max(CUSTOM.max, range)', '', '10001 is refused'],
    ['money: parts of credits', '.int(range)', '', '200.5 is refused'],
  ]),
  ...guardsOf(`${BILLING}/refunds/refund-rules.ts`, `${BILLING}/refunds/refund-rules.test.ts`, [
    [
      'money: refunds of free payments',
      "  if (terms.amountCents === 0) return nothing('free');\n",
      '',
      'nothing paid',
    ],
    [
      'money: refunds of payments without credits',
      "  if (terms.credits === 0) return nothing('creditless');\n",
      '',
      'no credits',
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
  ...guardsOf(`${BILLING}/refunds/explain-refunds.ts`, `${BILLING}/refunds/explain-refunds.test.ts`, [
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
  ...guardsOf(`${BILLING}/refunds/refund-payment.ts`, `${BILLING}/refunds/refund-payment.test.ts`, [
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
  ...guardsOf(`${BILLING}/refunds/record-refund-state.ts`, `${BILLING}/refunds/refund-payment.test.ts`, [
    [
      'money: a failed refund returns its credits',
      '  if (failed && row.credits > 0) await returnRefund(ctx, { refundId: row.id });\n',
      '',
      'a clear no returns the credits',
    ],
    [
      'money: a refund that succeeded is not on its way again',
      "row.status === 'succeeded' && fact.status === 'pending' ? row.status : fact.status",
      'fact.status',
      'before it succeeded changes nothing',
    ],
  ]),
  ...guardsOf(`${BILLING}/refunds/credit-note.ts`, `${BILLING}/refunds/credit-note.test.ts`, [
    [
      'money: a note made at Stripe is not made again',
      '  if (found) return found;\n',
      '',
      'is taken as it is',
    ],
    [
      'money: no credit note before the money has gone',
      " || row.refund.status !== 'succeeded') return;",
      ') return;',
      'what is only on its way gets none',
    ],
  ]),
  ...guardsOf(`${BILLING}/refunds/execute-refund.ts`, `${BILLING}/refunds/refund-payment.test.ts`, [
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
  ...guardsOf(`${BILLING}/refunds/settle-refunds.ts`, `${BILLING}/refunds/refund-payment.test.ts`, [
    [
      'money: a charge of another amount',
      "  if (charge.amount !== row.amountCents) return 'a charge of another amount';\n",
      '',
      'a charge of another amount is parked',
    ],
  ]),
  ...guardsOf(`${BILLING}/refunds/charge-facts.ts`, `${BILLING}/refunds/refund-payment.test.ts`, [
    [
      'money: refunds are read though nothing went back',
      'await listRefunds(stripe, id)',
      '[]',
      'a refund that fails days later',
    ],
  ]),
  ...guardsOf(`${BILLING}/disputes/settle-dispute.ts`, `${BILLING}/disputes/settle-dispute.test.ts`, [
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
  ...guardsOf(`${BILLING}/payments/with-payment.ts`, `${BILLING}/refunds/refund-payment.test.ts`, [
    [
      'money: a refund before its payment settles it first',
      'charge.paymentId && !recorded',
      'charge.paymentId && recorded',
      'heard of before the payment',
    ],
  ]),
  ...guardsOf(`${BILLING}/invoices/settle-invoice.ts`, `${BILLING}/invoices/order-by-invoice.test.ts`, [
    [
      'money: an invoice of another customer',
      "  if (!customerId || customerId !== invoice.customerId) return 'an invoice of another customer';\n",
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
  ...guardsOf(`${BILLING}/invoices/settle-invoice.ts`, `${BILLING}/invoices/settle-invoice.test.ts`, [
    [
      'money: an invoice is paid with all of its money',
      'findMoneyMismatch(invoice, { customerId, currency: order.currency })',
      'null',
      'the rest after a credit note, outside of Stripe',
    ],
    [
      'money: an invoice is recorded as what came in',
      'amountCents: amountPaid,',
      'amountCents: invoice.total,',
      'with credit that the customer had',
    ],
  ]),
  ...guardsOf(`${BILLING}/invoices/order-by-invoice.ts`, `${BILLING}/invoices/order-by-invoice.test.ts`, [
    [
      'money: an order that has ended gets no invoice',
      '  if (order.resolvedAt) throw orderEnded(order);\n',
      '',
      'that has ended before it was sent',
    ],
    [
      'money: invoices from $199',
      'if (offer.amountCents < INVOICE_FROM_CENTS)',
      'if (false)',
      'from $199 only',
    ],
  ]),
  ...guardsOf(`${BILLING}/invoices/open-invoice.ts`, `${BILLING}/invoices/order-by-invoice.test.ts`, [
    [
      'money: an order has one invoice, days later too',
      'kept.invoice ?? (await draftInvoice',
      '(await draftInvoice',
      'goes on days later with the same invoice',
    ],
    [
      'money: an invoice has its line once',
      'if (invoice.lines.data.length === 0)',
      'if (true)',
      'its line was there: true',
    ],
    [
      'money: the invoice of a customer that is gone is not sent',
      'idOf(invoice.customer) === customer',
      'true',
      'with a customer that was replaced meanwhile',
    ],
  ]),
  ...guardsOf(
    `${BILLING}/invoices/push-billing-details.ts`,
    `${BILLING}/invoices/save-billing-details.test.ts`,
    [
      [
        'money: a refused tax id keeps nothing else back',
        "    if (isWrongTaxId(error)) return 'refused';\n",
        '',
        'keeps nothing else back',
      ],
    ],
  ),
  ...guardsOf(`${BILLING}/invoices/show-unpaid.ts`, `${BILLING}/invoices/settle-invoice.test.ts`, [
    [
      'money: an overdue invoice is told',
      'if (overdueSince && !order.overdueSince)',
      'if (false)',
      'overdue: shown since when, and told once',
    ],
  ]),
  ...guardsOf(`${BILLING}/checkout/cancel-order.ts`, `${BILLING}/invoices/settle-invoice.test.ts`, [
    [
      "money: another team's order is not cancelled",
      'and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId))',
      'eq(purchaseOrder.id, orderId)',
      'order is not found',
    ],
  ]),
  ...guardsOf(`${BILLING}/top-ups/end-top-up.ts`, `${BILLING}/top-ups/charge-top-up.test.ts`, [
    [
      'money: a declined top-up pauses',
      '    .set({ topUpPausedAt: now, topUpFailure: failure })',
      '    .set({ topUpFailure: failure })',
      'a declined card pauses it',
    ],
  ]),
  ...guardsOf(`${BILLING}/top-ups/watch-balances.ts`, `${BILLING}/top-ups/watch-balances.test.ts`, [
    [
      'money: no top-up while a bank decides or credits are owed',
      'const free = (await findHindrance(ctx.db, ctx.orgId)) === null;',
      'const free = true;',
      'waits while a bank decides',
    ],
    [
      'money: the limit of a month',
      '(await countTopUps(ctx, now)) + offer.amountCents > cap',
      'false',
      'stops at the month',
    ],
  ]),
  ...guardsOf(`${BILLING}/top-ups/watch-balances.ts`, `${BILLING}/top-ups/charge-top-up.test.ts`, [
    ['money: an open top-up blocks the next', '  if (open.length > 0) return;\n', '', 'the answer was lost'],
  ]),
  ...guardsOf(`${BILLING}/top-ups/low-balances.ts`, `${BILLING}/top-ups/watch-balances.test.ts`, [
    [
      'money: no top-up pays a debt',
      "a.kind = 'debt' and b.posted < 0",
      "a.kind = 'debt' and b.posted > 0",
      'never pays a debt',
    ],
    [
      'money: teams that stay low have their turn like others',
      'order by w.looked_at nulls first, w.organization_id',
      'order by w.organization_id',
      'everybody has a turn',
    ],
  ]),
  ...guardsOf(`${BILLING}/refunds/refund-payment.ts`, `${BILLING}/top-ups/watch-balances.test.ts`, [
    [
      'money: a refund pauses top-ups',
      "    await pauseTopUps(ctx, { why: 'refund', id: refundId, now });\n",
      '',
      'in place of what was refunded, says so',
    ],
  ]),
  ...guardsOf(`${BILLING}/refunds/settle-refunds.ts`, `${BILLING}/top-ups/watch-balances.test.ts`, [
    [
      'money: a refund made at Stripe pauses top-ups',
      "  if (credits > 0) await pauseTopUps(ctx, { why: 'refund', id: refundId, now: scope.now });\n",
      '',
      'refunded at Stripe',
    ],
  ]),
  ...guardsOf(`${BILLING}/disputes/settle-dispute.ts`, `${BILLING}/top-ups/watch-balances.test.ts`, [
    [
      'money: a lost dispute pauses top-ups',
      "  await pauseTopUps(ctx, { why: 'dispute', id: row.id, now: scope.now });\n",
      '',
      'a lost dispute pauses it',
    ],
  ]),
  ...guardsOf(`${BILLING}/top-ups/charge-top-up.ts`, `${BILLING}/top-ups/charge-top-up.test.ts`, [
    [
      'money: a top-up of the day before is not charged',
      'if (order.createdAt < plus(now, -LATEST_HOURS * HOUR))',
      'if (false)',
      'of the day before is not charged',
    ],
    [
      'money: a declined top-up cannot be paid later',
      '  await callOff(stripe, facts);\n',
      '',
      'a declined card pauses it',
    ],
  ]),
  ...guardsOf(`${BILLING}/checkout/follow-payment.ts`, `${BILLING}/top-ups/charge-top-up.test.ts`, [
    [
      'money: a payment leads to its invoice',
      'return invoiceId ? followInvoice({ ...hint, objectId: invoiceId }) : ignore;',
      'return invoiceId ? ignore : ignore;',
      'heard of before its payment settles',
    ],
  ]),
  ...guardsOf(`${BILLING}/top-ups/save-balance-watch.ts`, `${BILLING}/top-ups/watch-balances.test.ts`, [
    ['money: top-ups need a saved card', '  if (topUp) await requireCard(ctx);\n', '', 'needs a saved card'],
  ]),
];
