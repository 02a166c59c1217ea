/** Guards where credits leave with money, and where they go to many at once. */
import { guardsOf } from '../guard';

const MONEY = 'src/db/sql/20-ledger-5-money.sql';
const DISTRIBUTE = 'src/db/sql/20-ledger-6-distribute.sql';
const credits = (name: string) => `src/features/credits/${name}.ts`;

export const LEDGER_MONEY_GUARDS = [
  ...guardsOf(MONEY, credits('money.test'), [
    [
      'take back: only what nobody has spent',
      'least(p_credits, ledger_unspent(p_org, p_payment), ledger_refundable(p_org))',
      'least(p_credits, ledger_refundable(p_org))',
      'the oldest credits are spent first',
    ],
    [
      'take back: at most what the pool has',
      'least(p_credits, ledger_unspent(p_org, p_payment), ledger_refundable(p_org))',
      'least(p_credits, ledger_unspent(p_org, p_payment))',
      'at most what the pool has: credits in wallets stay',
    ],
    [
      'take back: not what is owed',
      "(a.kind in ('pool', 'debt') or",
      "(a.kind in ('pool') or",
      'what came back to the pool is owed first',
    ],
    [
      'take back: not what is held',
      'select greatest(coalesce(sum(b.posted - b.held), 0), 0)::bigint from ledger_account a',
      'select greatest(coalesce(sum(b.posted), 0), 0)::bigint from ledger_account a',
      'a team of one gives back from its wallet, never what is held',
    ],
    [
      'take back: what repaid a debt is not unspent',
      "            'debt_repayment', 'debt_repayment_returned')",
      "            'none')",
      'a repaid debt is not unspent',
    ],
    [
      'take back: waits for the locks',
      "  perform ledger_lock(wallet, ledger_account_of(p_org, 'debt'), pool);\n",
      '',
      'twenty times at once takes once',
    ],
    [
      'charge back: at most what was not taken back',
      'amount := least(p_credits, ledger_not_taken(p_org, p_payment));',
      'amount := p_credits;',
      'never takes more of a payment than was not taken yet',
    ],
    [
      'charge back: what is held stays',
      'select account_id, posted - held as free, (sum(posted - held) over ())::bigint as total',
      'select account_id, posted as free, (sum(posted) over ())::bigint as total',
      'takes the pool, then wallets in proportion',
    ],
  ]),
  ...guardsOf(MONEY, credits('disputes.test'), [
    [
      'dispute won: it undoes what purchases repaid',
      'first_operation.created_at, shared - repaid);',
      'first_operation.created_at, 0);',
      'purchases that repaid its debt are unspent again',
    ],
    [
      'dispute won: it undoes no more than comes back',
      'least(amount, p_credits - (sum(amount) over newest - amount)) as credits',
      'amount as credits',
      'it undoes no more than comes back to the pool',
    ],
    [
      'dispute won: what was repaid before it stays repaid',
      "kind = 'debt_repayment' and created_at > p_since",
      "kind = 'debt_repayment'",
      'what was repaid before it opened stays repaid',
    ],
    [
      'dispute won: a repayment is undone once',
      "x.organization_id = p_org and x.kind = 'debt_repayment_returned'",
      "x.organization_id = p_org and x.kind = 'none'",
      'two won disputes undo one repayment once',
    ],
    [
      'dispute won: another dispute’s debt is not repaid out of people’s credits',
      'select least(-posted, shared) into repaid',
      'select -posted into repaid',
      'a debt of another dispute is repaid only out of what was the team’s own',
    ],
  ]),
  ...guardsOf(credits('withdraw-for-refund'), credits('money.test'), [
    ['take back: not by people', '  requireProduct(ctx.actor);\n', '', 'take back not by people'],
  ]),
  ...guardsOf(credits('return-refund'), credits('money.test'), [
    [
      'return a refund: not by people',
      '  requireProduct(ctx.actor);\n',
      '',
      'a refund that could not be paid out not by people',
    ],
  ]),
  ...guardsOf(credits('charge-back'), credits('money.test'), [
    ['charge back: not by people', '  requireProduct(ctx.actor);\n', '', 'charge back not by people'],
  ]),
  ...guardsOf(credits('reverse-charge-back'), credits('disputes.test'), [
    [
      'dispute won: not by people',
      '  requireProduct(ctx.actor);\n',
      '',
      'a dispute that was won not by people',
    ],
  ]),
  ...guardsOf(DISTRIBUTE, credits('distribute.test'), [
    [
      'distribute: not in a team of one',
      "if exists (select 1 from organization where id = p_org and kind = 'solo') then",
      'if false then',
      'not by members, not for another team’s people',
    ],
    [
      'distribute: everybody chosen is a member',
      "if chosen < jsonb_array_length(p_request->'memberIds') then",
      'if false then',
      'not by members, not for another team’s people',
    ],
    [
      'distribute: all or nothing',
      'if needed > pool then',
      'if false then',
      'refused when the pool is short: all or nothing',
    ],
    [
      'distribute: what was seen, or nothing',
      "if outcome->>'expected' <> p_expected then",
      'if false then',
      'a preview that no longer holds moves nothing',
    ],
    [
      'distribute: a preview is one moment',
      'returns jsonb language plpgsql stable as',
      'returns jsonb language plpgsql as',
      'a preview is one moment',
    ],
    [
      'distribute: held credits do not count',
      "greatest((p_request->>'target')::bigint - (b.posted - b.held), 0)",
      "greatest((p_request->>'target')::bigint - b.posted, 0)",
      'everybody below the number gets the difference',
    ],
  ]),
  ...guardsOf(DISTRIBUTE, 'tests/proof/locks.test.ts', [
    [
      'distribute: waits for the locks',
      '  perform ledger_lock(variadic wallets || pool);\n',
      '',
      'one distribution, asked for twice',
    ],
  ]),
  ...guardsOf(credits('distribute'), credits('distribute.test'), [
    [
      'distribute: admins only',
      "  requirePermission(ctx.actor, 'credits:allocate');\n",
      '',
      'not by members, not for another team’s people',
    ],
  ]),
  ...guardsOf(credits('preview-distribution'), credits('distribute.test'), [
    [
      'distribute: admins only see a preview',
      "  requirePermission(ctx.actor, 'credits:allocate');\n",
      '',
      'not by members, not for another team’s people',
    ],
  ]),
];
