/** Guards of the comparison with Stripe: nothing looks done that is not, and nothing is left unread. */
import { guardsOf } from '../guard';

const FOLDER = 'src/features/billing/reconcile';
const TESTS = `${FOLDER}/reconcile.test.ts`;
const PARKED = `${FOLDER}/parked.test.ts`;

const MONTH = 'src/features/billing/payments/compare-month.test.ts';
const REPORT = 'src/features/billing/payments/monthly-report.test.ts';
const BOOKS = 'src/features/admin/verify-books.test.ts';

export const RECONCILE_GUARDS = [
  ...guardsOf('src/features/admin/verify-books.ts', BOOKS, [
    [
      'books: credits held for nothing are found',
      ', ...HOLD_CHECKS',
      '',
      'a generation that ended without its hold',
    ],
    [
      'books: credits promised to nobody are found',
      ', ...PROMISE_CHECKS',
      '',
      'an invitation that ended without its promise',
    ],
  ]),
  ...guardsOf('src/features/admin/verify-books.job.ts', BOOKS, [
    [
      'books: a difference is loud',
      "  await tellStaff(db, 'ledger-alarm'",
      "  if (!now) await tellStaff(db, 'ledger-alarm'",
      'is loud',
    ],
  ]),
  ...guardsOf(`${FOLDER}/reconcile-events.ts`, TESTS, [
    [
      'reconcile: a missed event is not taken for applied',
      'inboxRow(event, comparison.now)))',
      "({ ...inboxRow(event, comparison.now), status: 'applied' as const })))",
      'an event that cannot be applied stays received',
    ],
    [
      'reconcile: missed events are a difference of a dry run',
      '    nameMissed(comparison, missed);\n',
      '',
      'without repair nothing changes',
    ],
  ]),
  ...guardsOf(`${FOLDER}/reconcile-steps.ts`, TESTS, [
    [
      'reconcile: without repair nothing changes',
      '      if (!repair) throw new RolledBack({ outcome, changed });\n',
      '',
      'without repair nothing changes',
    ],
    [
      'reconcile: what is right already was not repaired',
      "    if (!changed) return 'unchanged';\n",
      '',
      'a second plan that was ended',
    ],
  ]),
  ...guardsOf(`${FOLDER}/reconcile-payments.ts`, TESTS, [
    [
      'reconcile: amounts are compared',
      'if (intent.amount_received === row.amountCents && intent.currency === row.currency) return;',
      'if (row) return;',
      'an amount that differs',
    ],
    [
      'reconcile: money without an order is named',
      'else differ(comparison, intent.id,',
      'else if (!intent) differ(comparison, intent,',
      'an amount that differs',
    ],
  ]),
  ...guardsOf(`${FOLDER}/reached.ts`, TESTS, [
    [
      'reconcile: a run that leaves a gap does not move the start',
      'if (!clean || !joins) return before;',
      'if (!clean) return before;',
      'a short run leaves the gap',
    ],
    [
      'reconcile: a run with differences does not move the start',
      'if (!clean || !joins) return before;',
      'if (!joins) return before;',
      'one with a difference moves nothing',
    ],
  ]),
  ...guardsOf(`${FOLDER}/reconcile.ts`, TESTS, [
    [
      'reconcile: a dry run does not move the start',
      'if (input.repair) await keep(comparison);',
      'await keep(comparison);',
      'a dry run, a short one',
    ],
  ]),
  ...guardsOf('src/features/billing/checkout/settle-session.ts', TESTS, [
    [
      "reconcile: another product's page is not ours",
      "    if (!(await isOurs(scope.db, session))) return { status: 'ignored' };\n",
      '',
      'are counted and otherwise ignored',
    ],
  ]),
  ...guardsOf('src/features/billing/payments/compare-month.ts', MONTH, [
    [
      'month: amounts are compared with Stripe',
      'else if (ours.cents !== cents)',
      'else if (ours.cents < 0)',
      'another amount, another fee',
    ],
    [
      'month: fees are compared with Stripe',
      'if (ours.feeCents !== feeCents) {',
      'if (ours.feeCents === -1) {',
      'another amount, another fee',
    ],
    [
      'month: what Stripe never had is a difference',
      'if (found.some((one) => one.kind === kind)) addElsewhere',
      'if (found) addElsewhere',
      'another amount, another fee',
    ],
  ]),
  ...guardsOf('src/features/billing/payments/money-flows.ts', REPORT, [
    [
      'month: a month that is over stays as it was',
      'where ${mine} and ${within(sql`sent_at`)}',
      "where ${mine} and status <> 'failed' and ${within(sql`sent_at`)}",
      'a refund that fails in a later month',
    ],
  ]),
  ...guardsOf('src/features/billing/payments/monthly-report.ts', REPORT, [
    [
      'month: only who may read billing reads the report',
      "  requirePermission(ctx.actor, 'billing:read');\n",
      '',
      'a member may not read it',
    ],
  ]),
  ...guardsOf('src/features/billing/checkout/replay-order.ts', PARKED, [
    [
      'parked: only a parked order is opened again',
      ".where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.status, 'parked')))",
      '.where(eq(purchaseOrder.id, orderId))',
      'only what is parked',
    ],
  ]),
  ...guardsOf('src/features/billing/webhook/replay-event.ts', PARKED, [
    [
      'parked: only a parked event is applied again',
      ".where(and(eq(stripeInbox.eventId, eventId), eq(stripeInbox.status, 'parked')))",
      '.where(eq(stripeInbox.eventId, eventId))',
      'only what is parked',
    ],
  ]),
  ...guardsOf('src/features/billing/checkout/settle-session.ts', PARKED, [
    [
      'parked: an order that staff closed stays closed',
      "  if (order.status === 'closed') return { status: 'ignored' };\n",
      '',
      'an order is closed with its events',
    ],
  ]),
  ...guardsOf(`${FOLDER}/resolve-by-hand.ts`, PARKED, [
    [
      'parked: only a parked order is closed',
      ".where(and(eq(purchaseOrder.id, id), eq(purchaseOrder.status, 'parked')))",
      '.where(eq(purchaseOrder.id, id))',
      'only what waits for staff',
    ],
    [
      'parked: nothing is settled twice',
      '    if (!written) throw',
      '    if (!written && !id) throw',
      'only what waits for staff',
    ],
  ]),
  ...guardsOf(`${FOLDER}/tell-parked.ts`, PARKED, [
    [
      'parked: staff are told once',
      '    await inside.update(stripeInbox).set({ toldAt: now })',
      '    if (ids.length === 0) await inside.update(stripeInbox).set({ toldAt: now })',
      'are mailed to everybody on the staff, once',
    ],
  ]),
];
