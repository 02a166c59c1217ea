/** Guards of what commits together, and of work that is found again after a crash. */
import { guardsOf } from '../guard';

const SWEEP = 'src/features/billing/webhook/sweep-inbox.test.ts';
const KILL = 'tests/proof/kill.test.ts';
const START = 'src/features/generation/start-generation';

/** Runs the work as it is: each statement commits by itself. */
const WITHOUT_TRANSACTION = '(<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>) => work(ctx))';

export const DURABILITY_GUARDS = [
  ...guardsOf('src/features/billing/webhook/apply-event.ts', SWEEP, [
    [
      'event: applied and marked in one transaction',
      'finish(transaction as Db, eventId, effect',
      'finish(db, eventId, effect',
      'an applied event and its credits commit together',
    ],
    [
      'event: one that failed stays received',
      '      .set({ lastError: errorMessage(error) })',
      "      .set({ status: 'ignored', lastError: errorMessage(error) })",
      'Stripe fails while an event is applied',
    ],
  ]),
  ...guardsOf(
    'src/features/billing/webhook/apply-event.ts',
    'src/features/billing/webhook/not-at-stripe.test.ts',
    [
      [
        'event: what Stripe does not know is asked for again for days',
        '!(error instanceof NotAtStripe) || patient',
        '!(error instanceof NotAtStripe)',
        'tried again for three days, then parked',
      ],
      [
        'event: a refused key parks nothing',
        '!(error instanceof NotAtStripe) || patient',
        'patient || !(error instanceof Error)',
        'a key that Stripe refuses says nothing',
      ],
    ],
  ),
  ...guardsOf('src/features/billing/webhook/requeue-events.ts', SWEEP, [
    [
      'sweep: what is applied is not queued again',
      "        eq(stripeInbox.status, 'received'),\n",
      '',
      'an applied one never',
    ],
    [
      'sweep: an event that waits for its next try is left alone',
      'least(${stripeInbox.attempts}, 9) + 1)',
      '0)',
      'a waiting event is queued once a minute',
    ],
    [
      'sweep: a lost job is put back',
      "      await enqueue(db, 'billing.apply-event', { eventId });\n",
      '',
      'died between the inbox and the job',
    ],
  ]),
  ...guardsOf('src/features/billing/refunds/refund-payment.ts', KILL, [
    [
      'kill -9: a refund and its job commit together',
      "    await enqueue(ctx.db, 'billing.refund', { refundId });\n",
      '',
      'killed at refund.requested',
    ],
  ]),
  ...guardsOf('src/features/billing/refunds/execute-refund.ts', KILL, [
    [
      'kill -9: a refund is asked for once',
      '{ idempotencyKey: `refund:${row.id}` }',
      '{}',
      'killed at refund.sent',
    ],
  ]),
  ...guardsOf(`${START}.ts`, KILL, [
    [
      'kill -9: generation and hold commit together',
      'const started = await inTransaction(ctx, (ctx) =>',
      `const started = await ${WITHOUT_TRANSACTION}(ctx, (ctx) =>`,
      'killed at hold.placed',
    ],
    [
      'kill -9: a generation and its job commit together',
      "  await enqueue(ctx.db, 'generation.run', { generationId: id });\n",
      '',
      'killed at hold.committed',
    ],
  ]),
  ...guardsOf(`${START}.ts`, `${START}.test.ts`, [
    [
      'generation: one a key',
      '  if (row.requestHash !== requestHash)\n',
      '  if (false as boolean)\n',
      'the same key answers the same generation, with another body it is refused',
    ],
    [
      'generation: the second of two with one key holds nothing',
      '  if (written.length === 0) throw new SameKey();\n',
      '',
      'sixteen requests with one key at once are one generation',
    ],
  ]),
  ...guardsOf('src/features/generation/input.ts', `${START}.test.ts`, [
    [
      'generation: no price of the client',
      'const requestInput = z.strictObject({',
      'const requestInput = z.object({',
      'a client has no say in the price',
    ],
  ]),
  ...guardsOf('src/features/generation/end-generation.ts', KILL, [
    [
      'kill -9: end and charge commit together',
      'const end = await inTransaction(ctx, async (ctx) => {',
      `const end = await ${WITHOUT_TRANSACTION}(ctx, async (ctx) => {`,
      'killed at settle.ended',
    ],
  ]),
  ...guardsOf('src/features/generation/end-generation.ts', 'src/features/generation/queue.test.ts', [
    [
      'generation: a worker that lost it charges nothing',
      'return row && (fence === undefined || row.fence === fence) ? row : null;',
      'return row ?? null;',
      'a worker that was thought dead writes nothing',
    ],
  ]),
  ...guardsOf('src/adapters/queue/pg-boss.ts', 'src/jobs/drain.test.ts', [
    [
      'drain: a job of the clock is made once',
      '    if (rows.length > 0) return false;\n',
      '',
      'what was due and has run is not run again',
    ],
    [
      'drain: calls that overlap look one after another',
      "    await runText(inside, `select pg_advisory_xact_lock(hashtext('headcraft.schedule'))`);\n",
      '',
      'two at once do nothing twice',
    ],
  ]),
  ...guardsOf('src/jobs/drain.ts', 'src/jobs/drain.test.ts', [
    ['drain: it stops in time', 'if (drained.left) return drained;', '', 'the job under way is told'],
  ]),
  ...guardsOf('src/auth/bearer.ts', 'src/auth/bearer.test.ts', [
    [
      'drain: without a secret there is no such route',
      "  if (!wanted) throw notFound('route');\n",
      '  if (!wanted) return;\n',
      'there is no such route, for nobody',
    ],
    [
      'drain: only who knows the secret gets in',
      'if (!safeEqual(sha256Hex(sent), sha256Hex(wanted)))',
      'if (false)',
      '401, and nothing runs',
    ],
  ]),
];
