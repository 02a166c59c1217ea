/** The webhook's door: who may put an event into the inbox, and what a 200 promises. */
import { guardsOf } from '../guard';

const VERIFY = 'src/features/billing/webhook/verify-event.ts';
const RECEIVE = 'src/features/billing/webhook/receive-event.ts';
const TESTS = 'src/features/billing/webhook/webhook.test.ts';

export const WEBHOOK_GUARDS = [
  ...guardsOf(VERIFY, TESTS, [
    [
      'webhook: signed by our secret',
      '    return Stripe.webhooks.constructEvent(',
      '    return JSON.parse(Buffer.from(body).toString());\n    Stripe.webhooks.constructEvent(',
      'signature another secret',
    ],
    [
      'webhook: the signature is over exactly this body',
      '      Buffer.from(body),\n      signature,',
      '      JSON.stringify(JSON.parse(Buffer.from(body).toString())),\n      signature,',
      'signature an altered body',
    ],
    ['webhook: not signed long ago', '      TOLERANCE,\n', '      10 ** 9,\n', '-301 s off is refused'],
    ['webhook: not signed in the future', ' || ahead > TOLERANCE', '', 'time 301 s off is refused'],
    ['webhook: one timestamp', ' || others.length > 0', '', 'two timestamps cannot be played'],
    [
      'webhook: a secret that verifies something',
      'if (!/^whsec_\\S+$/.test(secret))',
      'if (secret === "never")',
      'the secret "whsec_" verifies nothing',
    ],
    [
      'webhook: test events for test keys, live events for live keys',
      'if (livemode !== account.livemode)',
      'if (livemode === null)',
      'a live event is refused by a test key',
    ],
    [
      'webhook: an event without a mode is none of real money',
      'event.data.livemode ?? false',
      'event.data.livemode ?? account.livemode',
      'an event that does not name its mode is a test event',
    ],
    [
      'webhook: an event, not just anything signed',
      "if (!event.success) throw new AppError('malformed', 'This is not a Stripe event.');",
      'if (!event.success) return JSON.parse(Buffer.from(body).toString()) as VerifiedEvent;',
      'body what is signed but not an event',
    ],
  ]),
  ...guardsOf(RECEIVE, TESTS, [
    [
      'webhook: 200 only after the commit',
      '  await inTransaction(',
      '  inTransaction(',
      'nothing is acknowledged that is not durable',
    ],
    [
      'webhook: event and job commit together',
      'inTransaction({ db }, async ({ db }) => {',
      '((_: unknown, work: () => Promise<void>) => work())({ db }, async () => {',
      'an event without its job is not kept',
    ],
    [
      'webhook: an event once',
      '.onConflictDoNothing({ target: stripeInbox.eventId })',
      '',
      'the same event again: 200, one row, one job',
    ],
    [
      'webhook: a job once',
      'if (written.length > 0) await enqueue',
      'await enqueue',
      'the same event again: 200, one row, one job',
    ],
  ]),
  ...guardsOf('src/auth/read-body.ts', TESTS, [
    ['webhook: bounded body', 'if (size > limit)', 'if (size < 0)', 'body too large'],
  ]),
];
