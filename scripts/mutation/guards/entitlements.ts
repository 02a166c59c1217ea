/** Guards of what gives a tier, and of what it may do: at the start, at delivery, and how long pictures are kept. */
import { guardsOf } from '../guard';

export const ENTITLEMENT_GUARDS = [
  ...guardsOf('src/features/billing/payments/kept-money.ts', 'src/features/billing/entitlements.test.ts', [
    [
      'plans: an open dispute takes the tier',
      "in ('open', 'lost')",
      "in ('lost')",
      'a dispute that is open over 2900',
    ],
    ['plans: refunds take the tier', 'greatest(${payment.refundedCents}, ', 'greatest(0, ', '2900'],
    [
      'plans: a refund that was asked for takes the tier',
      "${refunds(sql`<> 'failed'`)}",
      '0',
      'a refund that was asked for counts',
    ],
    [
      'plans: half of the money must stay, not a cent',
      'sql<boolean>`(2 * ${goneCents} <=',
      'sql<boolean>`(${goneCents} <',
      'refundedCents: 1451',
    ],
  ]),
  ...guardsOf('src/features/billing/payments/kept-money.ts', 'src/features/billing/plans/paid-back.test.ts', [
    [
      'plans: half of the month’s money must stay',
      '(select 2 * coalesce(sum(${gone}), 0) <=',
      '(select coalesce(sum(${gone}), 0) <',
      'with a credit more back it ends',
    ],
    [
      'plans: a month that went back is not the next one',
      '\n      and ${payment.periodStart} = ${subscription.periodStart}',
      '',
      'earlier months that go back',
    ],
    [
      'plans: a dispute that may be won ends no plan',
      "${disputes(sql`= 'lost'`)}",
      "${disputes(sql`<> 'won'`)}",
      'the plan rests while the bank decides',
    ],
  ]),
  ...guardsOf('src/features/billing/plans/period-money.ts', 'src/features/billing/plans/paid-back.test.ts', [
    [
      'plans: a plan whose month went back ends at Stripe',
      'if (stripeSubscriptionId && (await isPeriodGone(ctx, stripeSubscriptionId)))',
      'if (false)',
      'lost, it ends',
    ],
    [
      'plans: it ends without a second refund',
      "await enqueue(ctx.db, 'billing.end-plan', { stripeSubscriptionId, refund: false })",
      "await enqueue(ctx.db, 'billing.end-plan', { stripeSubscriptionId, refund: true })",
      'with a credit more back it ends',
    ],
  ]),
  ...guardsOf('src/features/billing/entitlements.ts', 'src/features/billing/plans/paid-back.test.ts', [
    [
      'plans: a month that went back gives no plan',
      '    row.planKept &&\n',
      '',
      'the plan gives nothing from that moment',
    ],
  ]),
  ...guardsOf('src/features/billing/entitlements.ts', 'src/features/billing/entitlements.test.ts', [
    [
      'plans: months of a plan are no purchase',
      "and ${payment.kind} <> 'plan' ",
      '',
      'of another team gives nothing',
    ],
    [
      'plans: an Enterprise pack that was charged back gives nothing',
      "= 'enterprise' and ${kept})",
      "= 'enterprise')",
      'that was charged back',
    ],
    [
      'plans: a plan that has ended gives nothing',
      ' and ${subscription.endedAt} is null',
      '',
      "status: 'active', endedAt",
    ],
  ]),
  ...guardsOf('src/features/generation/start-generation.ts', 'src/features/generation/entitled.test.ts', [
    [
      'tiers: what a tier lacks is refused at the start',
      '  requireEntitled(entitlements, { style, quality, variations });\n',
      '',
      'refused on',
    ],
    [
      "tiers: the place in the queue is the tier's",
      'priority: entitlements.queuePriority,',
      'priority: 0,',
      'place in the queue',
    ],
  ]),
  ...guardsOf('src/features/generation/raise-priority.ts', 'src/features/generation/entitled.test.ts', [
    [
      'tiers: what waits moves up with a better tier',
      '.set({ priority })',
      '.set({ priority: generation.priority })',
      'moves up with a better tier',
    ],
    [
      'tiers: what waits never moves down',
      '          lt(generation.priority, priority),\n',
      '',
      'moves up with a better tier',
    ],
    [
      'tiers: what is being made keeps its place',
      "          eq(generation.status, 'queued'),\n          lt",
      '          lt',
      'moves up with a better tier',
    ],
  ]),
  ...guardsOf('src/features/generation/lock-rules.ts', 'src/features/generation/entitled.test.ts', [
    [
      "tiers: premium styles are not Free's",
      'return has.allStyles || !premium;',
      'return has.allStyles || true;',
      'styles',
    ],
    [
      "tiers: a quality above the tier's is locked",
      'if (has.qualities.includes(quality)) return null;',
      'if (has.qualities.length > 0) return null;',
      'quality',
    ],
    [
      "tiers: more pictures than the tier's are locked",
      'if (variations <= has.maxVariations) return null;',
      'if (variations <= 4) return null;',
      'variations',
    ],
  ]),
  ...guardsOf('src/features/headshots/picture-files.ts', 'src/features/headshots/deliver.test.ts', [
    [
      'tiers: files of a Free team are marked',
      'visible: watermark };',
      'visible: false };',
      'every way out carries the mark',
    ],
  ]),
  ...guardsOf('src/features/headshots/download.ts', 'src/features/headshots/deliver.test.ts', [
    [
      'tiers: single downloads of a Free team are marked',
      'const bytes = await read(ctx, picture, input, watermark);',
      'const bytes = await read(ctx, picture, input, false);',
      'every way out carries the mark',
    ],
    [
      'tiers: ZIPs of a Free team are marked',
      'input: await read(ctx, picture, kind, watermark),',
      'input: await read(ctx, picture, kind, false),',
      'every way out carries the mark',
    ],
  ]),
  ...guardsOf('src/features/headshots/deliver.ts', 'src/features/headshots/deliver.test.ts', [
    [
      'tiers: a JPEG that would leave as stored is marked too',
      'if (asStored && !visible) return bytes;',
      'if (asStored) return bytes;',
      'every way out carries the mark',
    ],
  ]),
  ...guardsOf('src/features/privacy/keep-pictures.ts', 'src/features/privacy/keep-pictures.test.ts', [
    [
      'tiers: pictures are never deleted sooner than a week after the warning',
      '          and g.warned_at <= ${iso(plus(now, -NOTICE_DAYS * DAY))}::timestamptz\n',
      '          and g.warned_at is not null\n',
      'deletes nothing at once',
    ],
    [
      'tiers: pictures are never deleted before their days are over',
      '          and g.finished_at <= ${iso(plus(now, -pictureDays * DAY))}::timestamptz\n',
      '',
      'gone after 30 days',
    ],
    [
      'tiers: a better tier takes the warning back',
      '    await takeBack(db, orgIds, pictureDays, now);\n',
      '',
      'takes the warning back',
    ],
  ]),
  ...guardsOf('src/features/privacy/warn-of-deletion.ts', 'src/features/privacy/keep-pictures.test.ts', [
    [
      'tiers: people who left are told where their pictures are',
      "former ? '/account/pictures' : inTeam",
      'inTeam',
      'pictures of people who left',
    ],
  ]),
  ...guardsOf('src/features/privacy/keep-rules.ts', 'src/features/privacy/keep-rules.test.ts', [
    [
      'tiers: the page never promises less than a week of notice',
      'return byAge > byNotice ? byAge : byNotice;',
      'return byAge;',
      'old, warned five days ago',
    ],
  ]),
];
