import { type Guard, guardsOf } from '../guard';

const HOME = 'src/features/billing';
const APPLY = `${HOME}/apply-plan.test.ts`;
const LIFE = `${HOME}/plan-life.test.ts`;
const STORM = `${HOME}/plan-storm.test.ts`;
const RULES = `${HOME}/plan-rules.test.ts`;
const INVOICE = `${HOME}/plan-invoice-rules.test.ts`;
const TIERS = `${HOME}/entitlements.test.ts`;

const NEVER = 'false && ';

/** Plans: what they give, what pays for them, one at a time. */
export const PLAN_GUARDS: readonly Guard[] = [
  ...guardsOf(`${HOME}/entitlements.ts`, TIERS, [
    [
      'an open dispute takes the tier',
      "in ('open', 'lost')",
      "in ('lost')",
      'a dispute that is open over 2900',
    ],
    [
      'refunds take the tier',
      `> ${'$'}{payment.refundedCents} + (`,
      '> (',
      'partly refunded and the rest disputed',
    ],
    [
      'months of a plan are no purchase',
      `and ${'$'}{payment.kind} <> 'plan' `,
      '',
      'of another team gives nothing',
    ],
    [
      'an Enterprise pack that was charged back gives nothing',
      `= 'enterprise' and ${'$'}{kept})`,
      "= 'enterprise')",
      'that was charged back',
    ],
    [
      'a plan that has ended gives nothing',
      ` and ${'$'}{subscription.endedAt} is null`,
      '',
      "status: 'active', endedAt",
    ],
  ]),
  ...guardsOf(`${HOME}/plan-rules.ts`, TIERS, [
    [
      'grace ends',
      'graceEnd(plan.pastDueSince ?? plan.periodStart) > now',
      'true',
      "status: 'past_due', pastDueSince",
    ],
    [
      'a cancelled plan ends with its period',
      '(plan.cancelAtPeriodEnd && plan.periodEnd <= now)',
      'false',
      'cancelAtPeriodEnd: true, periodEnd',
    ],
  ]),
  ...guardsOf(`${HOME}/plan-rules.ts`, RULES, [
    [
      'a plan’s price is in our currency',
      'price.currency.toLowerCase() !== CURRENCY || ',
      '',
      "currency: 'eur'",
    ],
    ['a plan’s price is monthly', "price.interval !== 'month'", 'false', "interval: 'year'"],
    ['a plan’s price is for one month', '(price.intervalCount ?? 1) !== 1 || ', '', 'intervalCount: 3'],
    ['a plan is sold once', '(price.quantity ?? 1) !== 1', 'false', 'quantity: 2'],
    [
      'a lower plan waits for the next period',
      'if (paid && rankOf(paid) > rankOf(sold))',
      'if (false)',
      'sold as plus, paid as pro',
    ],
  ]),
  ...guardsOf(`${HOME}/plan-invoice-rules.ts`, INVOICE, [
    ['only a paid invoice counts', "if (invoice.status !== 'paid')", 'if (false)', 'open buys nothing'],
    [
      'an invoice of another customer',
      'if (invoice.customerId !== customerId)',
      'if (false)',
      'another customer',
    ],
    [
      'an invoice in another currency',
      'if (invoice.currency !== CURRENCY)',
      'if (false)',
      'another currency',
    ],
    [
      'an invoice of another total',
      'if (invoice.total !== invoice.subtotal',
      `if (${NEVER}invoice.total !== invoice.subtotal`,
      'another total',
    ],
    [
      'an invoice that was overpaid',
      'if (invoice.amountPaid > Math.max(invoice.total, 0))',
      'if (false)',
      'more paid than asked for',
    ],
    [
      'an invoice’s payment that did not succeed',
      "payment.status !== 'succeeded'",
      'false',
      'a payment that did not succeed',
    ],
    [
      'an invoice’s payment in another currency',
      'payment.currency !== CURRENCY',
      'false',
      'a payment in another currency',
    ],
    [
      'an invoice’s payment of another customer',
      'payment.customerId !== customerId',
      'false',
      'a payment of another customer',
    ],
    [
      'an invoice’s payment of another amount',
      'received !== invoice.amountPaid',
      'false',
      'a payment of another amount',
    ],
    [
      'an invoice’s line of another subscription',
      'line.subscriptionId !== invoice.subscriptionId',
      'false',
      'a line of another subscription',
    ],
    ['an invoice’s line that is no plan', 'line.plan === null', 'false', 'a price that is no plan'],
    ['one month an invoice', ' || others.length > 0', '', 'not exactly one month'],
    ['a month at its price', 'month.amount !== PLANS[month.plan].amountCents', 'false', 'another price'],
  ]),
  ...guardsOf(`${HOME}/settle-plan-invoice.ts`, APPLY, [
    [
      'an invoice is recorded once',
      "  if (await isRecorded(ctx, invoice.id)) return { status: 'applied' };\n",
      '',
      'come with the paid invoice, once',
    ],
    [
      'a period never grants more than its highest plan',
      'PLANS[plan].monthlyCredits - cycle.granted',
      'PLANS[plan].monthlyCredits',
      'are never more than the highest plan',
    ],
    [
      'a raise counts against a paid period',
      'if (!cycle) return null;',
      'if (!cycle) return PLANS[plan].monthlyCredits;',
      'an upgrade of a period that was never paid',
    ],
    [
      'a second plan grants nothing',
      'duplicate ? 0 : await',
      'await',
      'bought while one runs is refused for good',
    ],
    [
      'the plan is the one that was ordered',
      'order.pack !== verdict.plan',
      'false',
      'another plan than was ordered',
    ],
  ]),
  ...guardsOf(`${HOME}/apply-plan.ts`, APPLY, [
    [
      'an old answer of Stripe is not applied',
      'throw new StaleReading();',
      'return;',
      'what was read before a change',
    ],
    [
      'a plan is changed by one at a time',
      '  await lockPlan(scope.db, reading);\n',
      '',
      'come with the paid invoice, once',
    ],
    [
      'what has ended makes room first',
      'Number(isAlive(a.status)) - Number(isAlive(b.status)) || ',
      '',
      'after the first has ended',
    ],
    [
      'what was paid decides the period’s plan',
      'if (reading.invoices.length > 0) for',
      'if (false) for',
      'a lower one waits for the next period',
    ],
  ]),
  ...guardsOf(`${HOME}/sync-subscription.ts`, APPLY, [
    [
      'a second plan stays refused',
      "  if (row?.status === 'duplicate') return { status: 'applied' };\n",
      '',
      'bought while one runs is refused for good',
    ],
    [
      'what never ran begins nothing',
      'if (!row && !isAlive(facts.status))',
      'if (false)',
      'one that is canceled and was never ours',
    ],
    [
      'a subscription at another price begins nothing',
      'if (!facts.plan && !row)',
      'if (false)',
      'one at a price that is no plan',
    ],
    ['one plan at a time', '(await hasOther(ctx, facts.id))', 'false', 'two at the same time: one runs'],
    ['every change is counted', 'row.revision + 1', 'row.revision', 'what was read before a change'],
    ['an unpaid subscription is ended at Stripe', "if (status === 'unpaid')", 'if (false)', 'unpaid ends it'],
  ]),
  ...guardsOf(`${HOME}/plan-order.ts`, STORM, [
    [
      'metadata moves no other team’s order',
      "        eq(purchaseOrder.organizationId, ctx.orgId),\n        eq(purchaseOrder.kind, 'plan'),\n",
      "        eq(purchaseOrder.kind, 'plan'),\n",
      'another team’s order in the metadata',
    ],
  ]),
  ...guardsOf(`${HOME}/settle-session.ts`, STORM, [
    [
      'a plan does not pay an order of credits',
      "if (order.kind !== 'plan' && session.subscriptionId)",
      'if (false)',
      'a plan is not taken for an order of credits',
    ],
  ]),
  ...guardsOf(`${HOME}/settle-session.ts`, LIFE, [
    [
      'a plan’s page grants nothing itself',
      "if (order.kind === 'plan' && verdict.kind === 'paid')",
      'if (false)',
      'bought, renewed, raised',
    ],
  ]),
  ...guardsOf(`${HOME}/create-plan-checkout.ts`, LIFE, [
    [
      'no second plan is sold while one runs',
      '  await requireNoPlan(ctx, scope);\n',
      '',
      'a member may do none of it',
    ],
    [
      'only admins buy plans',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
  ]),
  ...guardsOf(`${HOME}/change-plan.ts`, LIFE, [
    [
      'only admins change plans',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
    ['an unpaid plan is not changed', '    requirePaid(row);\n', '', 'has its grace'],
    [
      'a declined card raises nothing',
      "'error_if_incomplete'",
      "'allow_incomplete'",
      'a declined card raises nothing',
    ],
    [
      'going back up to what is paid costs nothing',
      'rankOf(plan) <= rankOf(row.plan)',
      'rankOf(plan) < rankOf(row.plan)',
      'bought, renewed, raised',
    ],
  ]),
  ...guardsOf(`${HOME}/cancel-plan.ts`, LIFE, [
    [
      'only admins cancel and resume plans',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
    [
      'cancelling twice is once',
      'if (facts.cancelAtPeriodEnd === cancelled) return false;',
      '',
      'bought, renewed, raised',
    ],
  ]),
  ...guardsOf(`${HOME}/open-portal.ts`, LIFE, [
    [
      'only admins open the portal',
      "  requirePermission(ctx.actor, 'billing:buy');\n",
      '',
      'a member may do none of it',
    ],
  ]),
  ...guardsOf(`${HOME}/watch-plans.ts`, LIFE, [
    [
      'a plan is not ended before its grace is over',
      '        lt(subscription.pastDueSince, plus(now, -GRACE_DAYS * DAY)),\n',
      '',
      'ends at Stripe what is unpaid beyond its grace',
    ],
  ]),
];
