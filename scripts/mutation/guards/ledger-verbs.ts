/** Who may move credits, what may come in, and what the ledger has written stays. */
import { type Guard, guardsOf } from '../guard';

const credits = (name: string) => `src/features/credits/${name}.ts`;
const ALLOCATE = "  requirePermission(ctx.actor, 'credits:allocate');\n";
const ISSUER = '  requireIssuer(ctx.actor);\n';
const PRODUCT = '  requireProduct(ctx.actor);\n';
const APPEND_ONLY = 'src/db/sql/20-ledger-1-guards.sql';
const TABLES = [
  'ledger_account',
  'ledger_transfer',
  'ledger_entry',
  'credit_hold',
  'hold_resolution',
  'ledger_operation',
];

const switchedOff = (name: string, from: string, testName: string): Guard => ({
  name: `the database: ${name}`,
  file: APPEND_ONLY,
  from: `${from} execute`,
  to: `${from} when (false) execute`,
  test: { file: credits('guards.test'), name: testName },
});

export const LEDGER_VERB_GUARDS = [
  ...TABLES.flatMap((table) => [
    switchedOff(
      `no row of ${table} changes`,
      `${table}_append_only before update or delete on ${table}\n  for each row`,
      `append-only ${table}`,
    ),
    switchedOff(
      `${table} is never emptied`,
      `${table}_no_truncate before truncate on ${table}\n  for each statement`,
      `append-only ${table}`,
    ),
  ]),
  switchedOff(
    'a balance row is never removed',
    'ledger_balance_stays before delete on ledger_balance\n  for each row',
    'a balance row is never removed',
  ),
  switchedOff(
    'balances are never emptied',
    'ledger_balance_no_truncate before truncate on ledger_balance\n  for each statement',
    'a balance row is never removed',
  ),
  ...guardsOf('src/db/sql/90-app-role.sql', 'tests/proof/app-role.test.ts', [
    ...[...TABLES, 'audit_event'].map(
      (table) =>
        [
          `the product’s role: ${table} only grows`,
          `'${table}'`,
          "'none'",
          `it adds to ${table} and changes nothing of it`,
        ] as const,
    ),
    [
      'the product’s role: no balance is removed',
      "array['INSERT', 'SELECT', 'UPDATE']\n",
      "array['DELETE', 'INSERT', 'SELECT', 'UPDATE']\n",
      'it moves balances and removes none',
    ],
  ]),
  ...guardsOf('src/db/migrate.ts', 'tests/proof/app-role.test.ts', [
    [
      'the product’s role: not on a database that is behind',
      'if (outdated.length > 0)',
      'if (false as boolean)',
      'it does not migrate, and does not start',
    ],
  ]),
  ...guardsOf(credits('allocate'), credits('verbs.test'), [
    ['allocate: admins only', ALLOCATE, '', 'allocate a member may not'],
  ]),
  ...guardsOf(credits('reassign'), credits('verbs.test'), [
    ['reassign: admins only', ALLOCATE, '', 'reassign a member may not'],
  ]),
  ...guardsOf(credits('reclaim'), credits('verbs.test'), [
    ['reclaim: admins only', ALLOCATE, '', 'reclaim a member may not'],
  ]),
  ...guardsOf(credits('promise'), credits('verbs.test'), [
    ['promise: admins only', ALLOCATE, '', 'promise a member promises and returns nothing'],
  ]),
  ...guardsOf(credits('return-promise'), credits('verbs.test'), [
    [
      'promise: admins only return it',
      "  requirePermission(ctx.actor, 'members:invite');\n",
      '',
      'promise a member promises and returns nothing',
    ],
  ]),
  ...guardsOf(credits('grant'), credits('verbs.test'), [
    ['grant: nobody in a team makes credits', ISSUER, '', 'grant nobody in a team makes credits'],
  ]),
  ...guardsOf(credits('purchase'), credits('verbs.test'), [
    ['purchase: nobody in a team grants one', PRODUCT, '', 'purchase nobody in a team grants a purchase'],
  ]),
  ...guardsOf(credits('hold'), credits('holds.test'), [
    [
      'hold: only in one’s own wallet',
      "ctx.actor.kind === 'member' && ctx.actor.memberId !== memberId",
      'false as boolean',
      'nobody holds in somebody else’s wallet',
    ],
  ]),
  ...guardsOf(credits('end-hold'), credits('holds.test'), [
    [
      'hold: a colleague does not end it',
      '    onlyMember: ownWalletOnly(ctx.actor),\n',
      '',
      'nobody but the member, an admin or the product ends a hold',
    ],
  ]),
  ...guardsOf(credits('refund'), credits('holds.test'), [
    ['pay back: not by people', ISSUER, '', 'refund to wallet not by people'],
  ]),
  ...guardsOf(credits('access'), credits('holds.test'), [
    [
      'support gives a reason',
      "if (actor.reason.trim() === '')",
      'if (false as boolean)',
      'support may, with a reason',
    ],
  ]),
  ...guardsOf(credits('access'), credits('verbs.test'), [
    [
      'purchase: nor does support',
      "actor.kind !== 'system' && actor.kind !== 'webhook'",
      "actor.kind === 'member'",
      'purchase nobody in a team grants a purchase',
    ],
  ]),
  ...guardsOf(credits('keep-promise'), credits('verbs.test'), [
    ['promise: nobody keeps it by hand', PRODUCT, '', 'nobody takes the credits of an invitation by hand'],
  ]),
  ...guardsOf(credits('return-wallet'), credits('holds.test'), [
    [
      'leave: a member sends nobody away',
      "  if (!leaving) requirePermission(ctx.actor, 'members:remove');\n",
      '',
      'a member may leave, but not send others away',
    ],
  ]),
  ...guardsOf(credits('ledger'), credits('bad-input.test'), [
    [
      'keys that callers choose have a space of their own',
      'return `request:${idempotencyKey}`;',
      'return idempotencyKey;',
      'a caller’s key cannot occupy the key of a payment',
    ],
  ]),
  ...guardsOf(credits('trace'), credits('one-statement.test'), [
    [
      'a repeated request leaves one trace',
      "from moved where not (result->>'replayed')::boolean",
      'from moved where true',
      'a repeated request leaves no second trace',
    ],
  ]),
  ...guardsOf(credits('input'), credits('bad-input.test'), [
    [
      'credits are whole',
      "  .int(textKey('credits.input.whole'))\n",
      '',
      'amount 1.5 is refused by every verb',
    ],
    [
      'credits are above zero',
      "  .positive(textKey('credits.input.least'))\n",
      '',
      'amount -1 is refused by every verb',
    ],
    ['credits have a limit', "  .max(MAX_AMOUNT, textKey('credits.input.most'));", ';', 'amount 1000001'],
    [
      'nobody gives to themself',
      'input.fromMemberId !== input.toMemberId',
      'true',
      'a move from a person to themself is refused',
    ],
  ]),
  ...guardsOf('src/lib/csv.ts', 'src/lib/csv.test.ts', [
    ['CSV: no cell begins a formula', '.replace(BEGINS_FORMULA, "\'")', '', 'a cell is never a formula'],
    ['CSV: no cell hides one', '.replace(HIDES_FORMULA, "$&\'")', '', 'a cell is never a formula'],
  ]),
  ...guardsOf(credits('approve-request'), credits('requests.test'), [
    ['request: admins only approve', ALLOCATE, '', 'only admins answer, only the asker withdraws'],
    [
      'request: approved once',
      "    if (request.status !== 'pending') throw alreadyAnswered(request);\n",
      '',
      'declining says why',
    ],
  ]),
  ...guardsOf('src/features/organizations/end-membership.ts', credits('requests.test'), [
    [
      'request: who leaves takes theirs along',
      '      await withdrawOpenRequest(ctx, memberId);\n',
      '',
      'who leaves takes their request with them',
    ],
  ]),
  ...guardsOf('src/features/organizations/last-owner.ts', 'tests/proof/locks.test.ts', [
    [
      'go: whoever moves credits does not wait for the team',
      ".for('no key update');",
      ".for('update');",
      'a chargeback, and somebody who goes meanwhile',
    ],
  ]),
  ...guardsOf('src/db/sql/10-guards.sql', 'tests/proof/locks.test.ts', [
    [
      'go: whoever invites does not wait for the team',
      'for no key update;',
      'for update;',
      'an owner who leaves, and an invitation with credits',
    ],
  ]),
  ...guardsOf(credits('request-credits'), 'tests/proof/locks.test.ts', [
    [
      'request: nobody asks while they are being removed',
      "\n    .for('key share', { of: member });",
      ';',
      'who is being removed asks for credits',
    ],
  ]),
  ...guardsOf(credits('decline-request'), credits('requests.test'), [
    ['request: admins only decline', ALLOCATE, '', 'only admins answer, only the asker withdraws'],
  ]),
  ...guardsOf(credits('withdraw-request'), credits('requests.test'), [
    [
      'request: not withdrawn after its answer',
      "    if (request.status !== 'pending') throw alreadyAnswered(request);\n",
      '',
      'declining says why',
    ],
    [
      'request: only the asker withdraws',
      "    if (request.memberId !== memberId) throw notFound('request');\n",
      '',
      'only admins answer, only the asker withdraws',
    ],
  ]),
  ...guardsOf(credits('end-request'), credits('requests.test'), [
    [
      'request: another team’s does not exist',
      'and(eq(creditRequest.id, requestId), eq(creditRequest.organizationId, ctx.orgId))',
      'eq(creditRequest.id, requestId)',
      'another team’s request does not exist',
    ],
  ]),
  ...guardsOf(credits('end-request'), 'tests/proof/locks.test.ts', [
    [
      'request: answered under its lock',
      "    .for('update');\n",
      ';\n',
      'a request for credits, approved and withdrawn',
    ],
  ]),
];
