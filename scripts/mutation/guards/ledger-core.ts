/** Guards inside the ledger's SQL functions: locks, keys, enough credits, holds that end once. */
import { guardsOf } from '../guard';

const CORE = 'src/db/sql/20-ledger-2-core.sql';
const MOVES = 'src/db/sql/20-ledger-3-moves.sql';
const HOLDS = 'src/db/sql/20-ledger-4-holds.sql';
const test = (name: string) => `src/features/credits/${name}.test.ts`;

export const LEDGER_CORE_GUARDS = [
  ...guardsOf(CORE, 'tests/proof/locks.test.ts', [
    [
      'ledger: balance rows are locked',
      'kind), account_id\n    for update;',
      'kind), account_id;',
      'the last credit, given twice',
    ],
  ]),
  ...guardsOf(CORE, 'src/features/demo/demo.test.ts', [
    [
      'ledger: a time is told to demo teams only',
      'or not exists (select 1 from demo_team where organization_id = p_org)',
      'or false',
      'the ledger is told a time',
    ],
    [
      'ledger: no time before what there is',
      'or exists (select 1 from ledger_transfer where organization_id = p_org and created_at > told) then',
      'then',
      'the ledger is told a time',
    ],
  ]),
  ...guardsOf(CORE, test('concurrency'), [
    [
      'ledger: a key is looked up',
      'if first_transfer.id is null then',
      'if true then',
      'one key 20 times at once',
    ],
  ]),
  ...guardsOf(CORE, test('bad-input'), [
    [
      'ledger: a key answers its first request only',
      "if first_transfer.request_hash <> p_meta->>'hash' then",
      'if false then',
      'a key answers its first request only',
    ],
  ]),
  ...guardsOf(CORE, test('verbs'), [
    [
      'ledger: not more than there is',
      "if source.kind <> 'debt' and source.posted - source.held < p_amount then",
      'if false then',
      'allocate not more than the pool has',
    ],
    [
      'ledger: what is held is not free',
      "source.kind <> 'debt' and source.posted - source.held < p_amount",
      "source.kind <> 'debt' and source.posted < p_amount",
      'reassign not what is held',
    ],
    [
      'ledger: a wallet for a member of this team only',
      'from member where id = p_member and organization_id = p_org',
      'from member where id = p_member',
      'no wallet for another team’s member',
    ],
  ]),
  ...guardsOf(CORE, test('holds'), [
    [
      'ledger: a closed wallet is closed',
      'if (select closed from ledger_balance where account_id = p_wallet) then',
      'if false then',
      'a closed wallet takes nothing more',
    ],
  ]),
  ...guardsOf(CORE, test('distribute'), [
    [
      'ledger: a key of several moves answers its first request only',
      "if first_operation.request_hash <> p_meta->>'hash' then",
      'if false then',
      'one key: the first answer again',
    ],
    [
      'ledger: a key of several moves is looked up',
      `return first_operation.result || '{"replayed": true}';`,
      'return null;',
      'twenty at once with one key give once',
    ],
  ]),
  ...guardsOf(MOVES, test('debt'), [
    [
      'purchase: repays what is owed first',
      "if p_kind = 'purchase' then",
      'if false then',
      'debt blocks holds until a purchase has repaid it',
    ],
  ]),
  ...guardsOf(MOVES, test('verbs'), [
    [
      'a team of one: the pool fills its wallet',
      'if wallet is not null and p_amount > repaid and not',
      'if false and not',
      'a team of one: the pool fills its own wallet',
    ],
    [
      'promise: kept or returned, never both',
      "idempotency_key = p_meta->>'key' and request_hash <> p_meta->>'hash'\n  ) then\n    raise",
      "idempotency_key = p_meta->>'key' and false\n  ) then\n    raise",
      'promise is kept or returned, never both',
    ],
  ]),
  ...guardsOf(MOVES, 'tests/proof/locks.test.ts', [
    [
      'promise: its end waits for the locks',
      '  perform ledger_lock(promised, target);\n',
      '',
      'a promise, kept and returned',
    ],
  ]),
  ...guardsOf(MOVES, test('holds'), [
    [
      'allocate: not to a closed wallet',
      "  perform ledger_require_open(wallet);\n  return ledger_move(p_org, p_meta, 'allocate'",
      "  return ledger_move(p_org, p_meta, 'allocate'",
      'a closed wallet takes nothing more',
    ],
    [
      'grant: not to a closed wallet',
      "  perform ledger_require_open(wallet);\n  return ledger_move(p_org, p_meta, 'grant'",
      "  return ledger_move(p_org, p_meta, 'grant'",
      'a closed wallet takes nothing more',
    ],
    [
      'reclaim: not from a closed wallet',
      "  perform ledger_require_open(wallet);\n  return ledger_move(p_org, p_meta, 'reclaim', wallet",
      "  return ledger_move(p_org, p_meta, 'reclaim', wallet",
      'a closed wallet gives nothing either',
    ],
    [
      'reassign: not from a closed wallet',
      '  perform ledger_require_open(source);\n',
      '',
      'a closed wallet gives nothing either',
    ],
    [
      'reassign: not to a closed wallet',
      '  perform ledger_require_open(target);\n  return',
      '  return',
      'a closed wallet takes nothing more',
    ],
    [
      'leave: the wallet closes',
      'update ledger_balance set closed = true where account_id = wallet returning posted - held into unheld;',
      'select posted - held into unheld from ledger_balance where account_id = wallet;',
      'a closed wallet takes nothing more',
    ],
    [
      'leave: what is held stays until it ends',
      'returning posted - held into unheld',
      'returning posted into unheld',
      'everything unheld goes to the pool, once',
    ],
  ]),
  ...guardsOf(HOLDS, test('holds'), [
    [
      'hold: others do not end it',
      "if holder is null or holder <> p_meta->>'onlyMember' then",
      'if holder is null then',
      'nobody but the member, an admin or the product ends a hold',
    ],
    [
      'hold: the same one again, or none',
      'if hold.wallet_account <> wallet or hold.amount <> p_amount then',
      'if false then',
      'one hold a generation',
    ],
    [
      'hold: not in a closed wallet',
      '  perform ledger_require_open(wallet);\n  -- A chargeback',
      '  -- A chargeback',
      'a closed wallet takes nothing more',
    ],
    [
      'hold: only what is free',
      'where account_id = wallet and posted - held >= p_amount;',
      'where account_id = wallet;',
      'not more than is free, and it says how much',
    ],
    [
      'leave: what a hold frees later goes to the pool',
      'if unheld > 0 then\n    perform ledger_lock(pool);',
      'if false then\n    perform ledger_lock(pool);',
      'what running holds free or pay back after the member left',
    ],
    [
      'hold: a hold that has ended has no other end',
      'if resolution.settled <> p_settled then',
      'if false then',
      'a hold ends once: the same end answers the same',
    ],
    [
      'hold: an end is looked up',
      'if resolution.hold_id is not null then',
      'if false then',
      'a hold ends once: the same end answers the same',
    ],
    [
      'hold: not settled beyond its amount',
      'if p_settled > hold.amount then',
      'if false then',
      'never settles more than it holds',
    ],
    [
      'pay back: at most what was charged',
      'if refunded + p_amount > charged then',
      'if false then',
      'pays a charge back, at most what was charged',
    ],
    [
      'pay back: only in its own team',
      'where h.organization_id = p_org and h.generation_id = p_generation;',
      'where h.generation_id = p_generation;',
      'refund to wallet not before the end, not in another team',
    ],
  ]),
  ...guardsOf(HOLDS, test('guards'), [
    [
      'hold: ends in its own team',
      'where organization_id = p_org and generation_id = p_generation;\n  holder',
      'where generation_id = p_generation;\n  holder',
      'a hold ends under its own organization only',
    ],
  ]),
  ...guardsOf(HOLDS, 'tests/proof/locks.test.ts', [
    [
      'hold: its end waits for the lock',
      '  perform ledger_lock(hold.wallet_account);\n',
      '',
      'one hold, settled and voided: one of them',
    ],
    [
      'hold: its begin waits for the lock',
      '  perform ledger_lock(wallet);\n  select * into hold',
      '  select * into hold',
      'one hold, placed twice',
    ],
  ]),
  ...guardsOf(HOLDS, test('debt'), [
    [
      'hold: none while credits are owed',
      'if (select posted < 0 from ledger_balance',
      'if (select false from ledger_balance',
      'debt blocks holds until a purchase has repaid it',
    ],
  ]),
];
