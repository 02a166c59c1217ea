/**
 * Every operation takes its locks first. Without them the same request twice at once would be refused, or a limit passed;
 * covered.test.ts holds this list and the SQL equal.
 */
import { guardsOf, lineOf } from '../guard';

const MOVES = 'src/db/sql/20-ledger-3-moves.sql';
const HOLDS = 'src/db/sql/20-ledger-4-holds.sql';
const MONEY = 'src/db/sql/20-ledger-5-money.sql';
const ONCE = 'tests/proof/once.test.ts';

const twice = (what: string) => ({ file: ONCE, name: `${what}, asked for twice at once` });
const once = (name: string) => ({ file: ONCE, name });
const WALLET_AND_POOL = '  perform ledger_lock(wallet, pool);';

export const LEDGER_LOCK_GUARDS = [
  lineOf(MOVES, [
    'purchase: waits for the locks',
    'ledger_issue',
    '  perform ledger_lock(wallet, debt, pool);',
    twice('purchase'),
  ]),
  lineOf(MOVES, [
    'grant to a wallet: waits for the lock',
    'ledger_grant_wallet',
    '  perform ledger_lock(wallet);',
    twice('grant to a wallet'),
  ]),
  lineOf(MOVES, ['allocate: waits for the locks', 'ledger_allocate', WALLET_AND_POOL, twice('allocate')]),
  lineOf(MOVES, [
    'reassign: waits for the locks',
    'ledger_reassign',
    '  perform ledger_lock(source, target);',
    twice('reassign'),
  ]),
  lineOf(MOVES, ['reclaim: waits for the locks', 'ledger_reclaim', WALLET_AND_POOL, twice('reclaim')]),
  lineOf(MOVES, [
    'leave: waits for the locks',
    'ledger_return_wallet',
    WALLET_AND_POOL,
    twice('return of a wallet'),
  ]),
  lineOf(MOVES, [
    'promise: waits for the locks',
    'ledger_promise',
    '  perform ledger_lock(promised, pool);',
    twice('promise'),
  ]),
  lineOf(MOVES, [
    'promise: not kept into a closed wallet',
    'ledger_end_promise',
    '    perform ledger_require_open(target);',
    { file: 'src/features/credits/holds.test.ts', name: 'a closed wallet takes nothing more' },
  ]),
  ...guardsOf(MOVES, 'src/features/credits/solo.test.ts', [
    [
      'a team of one: nothing goes on to a closed wallet',
      'and not (select closed from ledger_balance where account_id = wallet) then',
      'then',
      'what is paid for arrives when the wallet was closed',
    ],
  ]),
  lineOf(HOLDS, [
    'leave: what follows to the pool waits for it',
    'ledger_sweep',
    '    perform ledger_lock(pool);',
    once('takes its place in time when it has the pool'),
  ]),
  lineOf(HOLDS, [
    'pay back: waits for the lock',
    'ledger_refund_wallet',
    '  perform ledger_lock(wallet);',
    once('a charge, returned whole by two at once'),
  ]),
  lineOf(MONEY, [
    'return a refund: waits for the locks',
    'ledger_return_refund',
    '  perform ledger_lock(variadic wallets || pool);',
    twice('return of a refund'),
  ]),
  lineOf(MONEY, [
    'charge back: waits for the locks',
    'ledger_charge_back',
    '      perform ledger_lock(variadic wallets || array[debt, pool]);',
    twice('chargeback'),
  ]),
  lineOf(MONEY, [
    'dispute won: waits for the locks',
    'ledger_reverse_charge_back',
    '  perform ledger_lock(variadic wallets || array[solo, debt, pool]);',
    twice('reversal of a chargeback'),
  ]),
  ...guardsOf(MONEY, ONCE, [
    [
      'charge back: no wallet is missed that was opened meanwhile',
      "and id <> all(coalesce(wallets, '{}'))",
      'and false',
      'a chargeback counts a wallet that was opened and filled',
    ],
  ]),
  ...guardsOf(MONEY, 'src/features/credits/disputes.test.ts', [
    [
      'money back: not into a closed wallet',
      'where account_id = p_account and closed)',
      'where account_id = p_account and false)',
      'repays what is owed, gives each wallet its part',
    ],
  ]),
  ...guardsOf('src/db/sql/20-ledger-6-distribute.sql', 'src/features/credits/distribute.test.ts', [
    [
      'distribute: not to a closed wallet',
      'on b.account_id = a.id and not b.closed',
      'on b.account_id = a.id',
      'a closed wallet gets nothing, even before',
    ],
  ]),
  ...guardsOf('src/features/credits/input.ts', 'src/features/credits/bad-input.test.ts', [
    [
      'credits of a payment are whole',
      'const paymentCredits = z.number().int()',
      'const paymentCredits = z.number()',
      '1.5 of a payment or a hold is refused',
    ],
    [
      'credits of a payment are not below zero',
      'const paymentCredits = z.number().int().min(0)',
      'const paymentCredits = z.number().int()',
      '-1 of a payment or a hold is refused',
    ],
    [
      'credits of a payment have a limit',
      'const paymentCredits = z.number().int().min(0).max(MAX_AMOUNT)',
      'const paymentCredits = z.number().int().min(0)',
      '1000001 of a payment or a hold is refused',
    ],
  ]),
];
