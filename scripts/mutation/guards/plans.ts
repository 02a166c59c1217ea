/** Guards of plans: what a price, an invoice and a subscription of Stripe must look like, and each month once. */
import { guardsOf } from '../guard';

export const PLAN_GUARDS = [
  ...guardsOf('src/features/billing/plans/plan-rules.ts', 'src/features/billing/entitlements.test.ts', [
    ['plans: grace ends', 'graceEnd(unpaid) > now', 'true', "status: 'past_due', pastDueSince"],
    [
      'plans: a period that nobody renewed gives nothing for ever',
      'plan.periodEnd.getTime() + SILENCE_DAYS * DAY <= now.getTime()',
      'false',
      "status: 'active', periodEnd",
    ],
    [
      'plans: a cancelled plan ends with its period',
      '(plan.cancelAtPeriodEnd && plan.periodEnd <= now)',
      'false',
      'cancelAtPeriodEnd: true, periodEnd',
    ],
  ]),
  ...guardsOf('src/features/billing/plans/plan-rules.ts', 'src/features/billing/plans/plan-rules.test.ts', [
    [
      'plans: a plan’s price is in our currency',
      'price.currency.toLowerCase() !== CURRENCY || ',
      '',
      "currency: 'eur'",
    ],
    ['plans: a plan’s price is monthly', "price.interval !== 'month'", 'false', "interval: 'year'"],
    [
      'plans: a plan’s price is for one month',
      '(price.intervalCount ?? 1) !== 1 || ',
      '',
      'intervalCount: 3',
    ],
    ['plans: a plan is sold once', '(price.quantity ?? 1) !== 1', 'false', 'quantity: 2'],
    [
      'plans: a lower plan waits for the next period',
      'if (paid && rankOf(paid) > rankOf(sold))',
      'if (false)',
      'sold as plus, paid as pro',
    ],
  ]),
  ...guardsOf(
    'src/features/billing/plans/plan-invoice-rules.ts',
    'src/features/billing/plans/plan-invoice-rules.test.ts',
    [
      [
        'plans: only a paid invoice counts',
        "if (invoice.status !== 'paid')",
        'if (false)',
        'open buys nothing',
      ],
      [
        'plans: an invoice of another customer',
        'if (invoice.customerId !== customerId)',
        'if (false)',
        'another customer',
      ],
      [
        'plans: an invoice in another currency',
        'if (invoice.currency !== CURRENCY)',
        'if (false)',
        'another currency',
      ],
      [
        'plans: an invoice’s line of another subscription',
        'line.subscriptionId !== invoice.subscriptionId',
        'false',
        'a line of another subscription',
      ],
      ['plans: an invoice’s line that is no plan', 'line.plan === null', 'false', 'a price that is no plan'],
      ['plans: one month an invoice', ' || others.length > 0', '', 'not exactly one month'],
      [
        'plans: a month at its price',
        'month.amount !== PLANS[month.plan].amountCents',
        'false',
        'another price',
      ],
    ],
  ),
  ...guardsOf(
    'src/features/billing/invoices/invoice-money-rules.ts',
    'src/features/billing/plans/plan-invoice-rules.test.ts',
    [
      [
        'invoices: of another total',
        'if (invoice.total !== invoice.subtotal',
        'if (false && invoice.total !== invoice.subtotal',
        'another total',
      ],
      [
        'invoices: a part let off',
        'if (invoice.letOff !== 0)',
        'if (false)',
        'a part was let off by a credit note',
      ],
      [
        'invoices: paid as a whole',
        'if (invoice.amountPaid + invoice.balanceUsed !== invoice.total)',
        'if (false)',
        'not paid as a whole',
      ],
      [
        'invoices: a payment that did not succeed',
        "payment.status !== 'succeeded'",
        'false',
        'a payment that did not succeed',
      ],
      [
        'invoices: a payment in another currency',
        'payment.currency !== currency',
        'false',
        'a payment in another currency',
      ],
      [
        'invoices: a payment of another customer',
        'payment.customerId !== customerId',
        'false',
        'a payment of another customer',
      ],
      [
        'invoices: a payment of another amount',
        'received !== invoice.amountPaid',
        'false',
        'a payment of another amount',
      ],
    ],
  ),
  ...guardsOf(
    'src/features/billing/plans/settle-plan-invoice.ts',
    'src/features/billing/plans/apply-plan.test.ts',
    [
      [
        'plans: an invoice is recorded once',
        "  if (await isRecorded(ctx, invoice.id)) return { status: 'applied' };\n",
        '',
        'come with the paid invoice, once',
      ],
      [
        'plans: a period never grants more than its highest plan',
        'PLANS[plan].monthlyCredits - cycle.granted',
        'PLANS[plan].monthlyCredits',
        'are never more than the highest plan',
      ],
      [
        'plans: a raise counts against a paid period',
        'if (!cycle) return null;',
        'if (!cycle) return PLANS[plan].monthlyCredits;',
        'an upgrade of a period that was never paid',
      ],
      [
        'plans: a second plan grants nothing',
        'duplicate ? { credits: 0, periodStart: null } : await',
        'await',
        'bought while one runs is refused for good',
      ],
      [
        'plans: the plan is the one that was ordered',
        'order.pack !== verdict.plan',
        'false',
        'another plan than was ordered',
      ],
    ],
  ),
  ...guardsOf('src/features/billing/plans/apply-plan.ts', 'src/features/billing/plans/apply-plan.test.ts', [
    [
      'plans: an old answer of Stripe is not applied',
      'throw new StaleReading();',
      'return;',
      'what was read before a change',
    ],
    [
      'plans: a plan is changed by one at a time',
      '  await lockPlan(scope.db, reading);\n',
      '',
      'come with the paid invoice, once',
    ],
    [
      'plans: what has ended makes room first',
      'Number(isAlive(a.status)) - Number(isAlive(b.status)) || ',
      '',
      'after the first has ended',
    ],
    [
      'plans: what was paid decides the period’s plan',
      'if (reading.invoices.length > 0) for',
      'if (false) for',
      'a lower one waits for the next period',
    ],
  ]),
  ...guardsOf(
    'src/features/billing/plans/sync-subscription.ts',
    'src/features/billing/plans/apply-plan.test.ts',
    [
      [
        'plans: a second plan stays refused',
        "  if (row?.status === 'duplicate') return { status: 'applied' };\n",
        '',
        'bought while one runs is refused for good',
      ],
      [
        'plans: what never ran begins nothing',
        'if (!row && !isAlive(facts.status))',
        'if (false)',
        'one that is canceled and was never ours',
      ],
      [
        'plans: a subscription at another price begins nothing',
        'if (!sold)',
        'if (false)',
        'one at a price that is no plan',
      ],
      [
        'plans: one plan at a time',
        '(await hasOther(ctx, facts.id))',
        'false',
        'two at the same time: one runs',
      ],
      ['plans: every change is counted', 'row.revision + 1', 'row.revision', 'what was read before a change'],
      [
        'plans: an unpaid subscription is ended at Stripe',
        "if (status === 'unpaid')",
        'if (false)',
        'unpaid ends it',
      ],
    ],
  ),
  ...guardsOf('src/features/billing/plans/plan-order.ts', 'src/features/billing/plans/plan-storm.test.ts', [
    [
      'plans: metadata moves no other team’s order',
      "        eq(purchaseOrder.organizationId, ctx.orgId),\n        eq(purchaseOrder.kind, 'plan'),\n",
      "        eq(purchaseOrder.kind, 'plan'),\n",
      'another team’s order in the metadata',
    ],
  ]),
  ...guardsOf(
    'src/features/billing/checkout/settle-session.ts',
    'src/features/billing/plans/plan-storm.test.ts',
    [
      [
        'plans: a plan does not pay an order of credits',
        "if (order.kind !== 'plan' && session.subscriptionId)",
        'if (false)',
        'a plan is not taken for an order of credits',
      ],
    ],
  ),
  ...guardsOf(
    'src/features/billing/checkout/settle-session.ts',
    'src/features/billing/plans/plan-life.test.ts',
    [
      [
        'plans: a plan’s page grants nothing itself',
        "if (order.kind === 'plan' && verdict.kind === 'paid')",
        'if (false)',
        'bought, renewed, raised',
      ],
    ],
  ),
  ...guardsOf(
    'src/features/billing/plans/create-plan-checkout.ts',
    'src/features/billing/plans/plan-life.test.ts',
    [
      [
        'plans: no second plan is sold while one runs',
        '  await requireNoPlan(ctx, scope);\n',
        '',
        'a member may do none of it',
      ],
      [
        'plans: only admins buy plans',
        "  requirePermission(ctx.actor, 'billing:buy');\n",
        '',
        'a member may do none of it',
      ],
    ],
  ),
  ...guardsOf('src/features/billing/plans/change-plan.ts', 'src/features/billing/plans/plan-life.test.ts', [
    [
      'plans: only admins change plans',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
    ['plans: an unpaid plan is not changed', '    requirePaid(row);\n', '', 'has its grace'],
    [
      'plans: a raise costs the whole difference',
      'proration_date: toSeconds(periodStart)',
      'proration_date: undefined as never',
      'bought, renewed, raised',
    ],
    [
      'plans: a declined card raises nothing',
      "'error_if_incomplete'",
      "'allow_incomplete'",
      'a declined card raises nothing',
    ],
    [
      'plans: going back up to what is paid costs nothing',
      'rankOf(plan) <= rankOf(row.plan)',
      'rankOf(plan) < rankOf(row.plan)',
      'bought, renewed, raised',
    ],
  ]),
  ...guardsOf('src/features/billing/plans/cancel-plan.ts', 'src/features/billing/plans/plan-life.test.ts', [
    [
      'plans: only admins cancel and resume plans',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
    [
      'plans: cancelling twice is once',
      'if (facts.cancelAtPeriodEnd === cancelled) return false;',
      '',
      'bought, renewed, raised',
    ],
  ]),
  ...guardsOf('src/features/billing/plans/open-portal.ts', 'src/features/billing/plans/plan-life.test.ts', [
    [
      'plans: only admins open the portal',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
  ]),
  ...guardsOf(
    'src/features/billing/plans/plan-reading.ts',
    'src/features/billing/plans/watch-plans.test.ts',
    [
      [
        'plans: a plan stays its team’s when the customer is replaced',
        '(mine?.orgId as OrgId | undefined) ?? ',
        '',
        'ends the plan of a customer that was deleted',
      ],
    ],
  ),
  ...guardsOf(
    'src/features/billing/plans/end-unknown-plan.ts',
    'src/features/billing/plans/watch-plans.test.ts',
    [
      [
        'plans: a plan that Stripe does not know is not ended while it is paid',
        '  if (isInForce(row, now)) return false;\n',
        '',
        'says which plan Stripe does not know',
      ],
    ],
  ),
  ...guardsOf('src/features/billing/plans/watch-plans.ts', 'src/features/billing/plans/watch-plans.test.ts', [
    [
      'plans: a plan is not ended before its grace is over',
      '        lt(subscription.pastDueSince, plus(now, -GRACE_DAYS * DAY)),\n',
      '',
      'ends at Stripe what is unpaid beyond its grace',
    ],
  ]),
];
