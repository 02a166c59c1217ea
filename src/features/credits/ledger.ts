/**
 * The only writer of ledger rows: each function is one statement that calls one SQL function (src/db/sql/20-ledger-*.sql).
 * Private to this feature; the verbs beside it decide who may and leave the trace.
 */
import type { Ctx } from '@/db/context';
import { runPrepared, runText } from '@/db/sql-rows';
import { actorLabel } from '@/lib/actor';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { toLedgerError } from './ledger-errors';
import { type Trace, traceValues, withTrace } from './trace';

/** One transfer. Balances are those right after it; null for world, consumed and refunded, which have none. */
export type Receipt = {
  transferId: string;
  amount: number;
  fromBalance: number | null;
  toBalance: number | null;
  /** True when this key was used before and nothing moved now. */
  replayed: boolean;
};

export type HoldReceipt = { holdId: string; amount: number; replayed: boolean };

export type HoldEnd = {
  holdId: string;
  settled: number;
  released: number;
  transferId: string | null;
  /** In whose wallet it was held. */
  memberId: string;
  replayed: boolean;
};

/** What a transfer records about its request. `content` is hashed: the same key with other content is refused. */
export type LedgerRequest = {
  key: string;
  content: Record<string, unknown>;
  reference?: { type: 'payment' | 'generation' | 'invitation' | 'member' | 'request'; id: string };
  note?: string;
  /** Charges: how many pictures they paid for. */
  pictures?: number;
  /** The caller sees only what is this member's. */
  onlyMember?: string;
  /** What is left behind when it happens. */
  trace: Trace;
};

/** Keys that callers choose live in a space of their own, so that nobody can occupy the key of a payment or a hold. */
export function requestKey(idempotencyKey: string): string {
  return `request:${idempotencyKey}`;
}

export async function openOrganizationAccounts(ctx: Ctx): Promise<void> {
  await run(ctx, 'select ledger_open_accounts($1) as result', [ctx.orgId]);
}

export async function openMemberWallet(ctx: Ctx, memberId: string): Promise<void> {
  await run(ctx, 'select ledger_open_wallet($1, $2) as result', [ctx.orgId, memberId]);
}

/** World → pool; in a team of one, what is left after debts goes on to its wallet. */
export function issueToPool(
  ctx: Ctx,
  kind: 'grant' | 'purchase',
  amount: number,
  request: LedgerRequest,
): Promise<Receipt> {
  return call(
    ctx,
    'ledger_issue($1, $2::jsonb, $3, $4::int)',
    [ctx.orgId, meta(ctx, kind, request), kind, amount],
    request.trace,
  );
}

export function grantToWallet(
  ctx: Ctx,
  memberId: string,
  amount: number,
  request: LedgerRequest,
): Promise<Receipt> {
  return call(
    ctx,
    'ledger_grant_wallet($1, $2::jsonb, $3, $4::int)',
    [ctx.orgId, meta(ctx, 'grant', request), memberId, amount],
    request.trace,
  );
}

export function poolToWallet(
  ctx: Ctx,
  memberId: string,
  amount: number,
  request: LedgerRequest,
): Promise<Receipt> {
  return call(
    ctx,
    'ledger_allocate($1, $2::jsonb, $3, $4::int)',
    [ctx.orgId, meta(ctx, 'allocate', request), memberId, amount],
    request.trace,
  );
}

export function walletToWallet(
  ctx: Ctx,
  fromMemberId: string,
  toMemberId: string,
  amount: number,
  request: LedgerRequest,
): Promise<Receipt> {
  return call(
    ctx,
    'ledger_reassign($1, $2::jsonb, $3, $4, $5::int)',
    [ctx.orgId, meta(ctx, 'reassign', request), fromMemberId, toMemberId, amount],
    request.trace,
  );
}

export function walletToPool(
  ctx: Ctx,
  memberId: string,
  amount: number,
  request: LedgerRequest,
): Promise<Receipt> {
  return call(
    ctx,
    'ledger_reclaim($1, $2::jsonb, $3, $4::int)',
    [ctx.orgId, meta(ctx, 'reclaim', request), memberId, amount],
    request.trace,
  );
}

/** `transferId` is null when nothing unheld was left in the wallet. */
export function closeWallet(
  ctx: Ctx,
  memberId: string,
  request: LedgerRequest,
): Promise<Omit<Receipt, 'transferId'> & { transferId: string | null }> {
  return call(
    ctx,
    'ledger_return_wallet($1, $2::jsonb, $3)',
    [ctx.orgId, meta(ctx, 'return-wallet', request), memberId],
    request.trace,
  );
}

export function poolToPromised(ctx: Ctx, amount: number, request: LedgerRequest): Promise<Receipt> {
  return call(
    ctx,
    'ledger_promise($1, $2::jsonb, $3::int)',
    [ctx.orgId, meta(ctx, 'promise', request), amount],
    request.trace,
  );
}

/** To the member's wallet, or back to the pool without one. Null when the invitation carries no promise. */
export function endPromise(
  ctx: Ctx,
  invitationId: string,
  memberId: string | null,
  request: LedgerRequest,
): Promise<Receipt | null> {
  return call(
    ctx,
    'ledger_end_promise($1, $2::jsonb, $3, $4::text)',
    [ctx.orgId, meta(ctx, 'end-promise', request), invitationId, memberId],
    request.trace,
  );
}

export function placeHold(
  ctx: Ctx,
  memberId: string,
  generationId: string,
  amount: number,
  trace: Trace,
): Promise<HoldReceipt> {
  return call(
    ctx,
    'ledger_hold($1, $2, $3, $4::int, $5)',
    [ctx.orgId, memberId, generationId, amount, actorLabel(ctx.actor)],
    trace,
  );
}

/** `settled` 0 voids the hold. */
export function resolveHold(
  ctx: Ctx,
  generationId: string,
  settled: number,
  request: LedgerRequest,
): Promise<HoldEnd> {
  return call(
    ctx,
    'ledger_resolve_hold($1, $2::jsonb, $3, $4::int)',
    [ctx.orgId, meta(ctx, 'settle', request), generationId, settled],
    request.trace,
  );
}

export function consumedToWallet(
  ctx: Ctx,
  generationId: string,
  amount: number,
  request: LedgerRequest,
): Promise<Receipt> {
  return call(
    ctx,
    'ledger_refund_wallet($1, $2::jsonb, $3, $4::int)',
    [ctx.orgId, meta(ctx, 'refund', request), generationId, amount],
    request.trace,
  );
}

/** The request as the SQL functions take it. The same key with another operation, content or note is refused. */
export function meta(ctx: Ctx, operation: string, request: LedgerRequest): string {
  const value = {
    key: request.key,
    hash: sha256Hex(canonicalJson({ operation, ...request.content, note: request.note })),
    actor: actorLabel(ctx.actor),
    referenceType: request.reference?.type,
    referenceId: request.reference?.id,
    note: request.note,
    pictures: request.pictures,
    onlyMember: request.onlyMember,
  };
  return JSON.stringify(value);
}

/** The texts never change: each is put together once, and each connection prepares it once under its name. */
const statements = new Map<string, { name: string; text: string }>();

/** One statement: the operation, a call of one SQL function with placeholders for `values`, and its trace. */
export function call<T>(ctx: Ctx, operation: string, values: unknown[], trace: Trace): Promise<T> {
  let statement = statements.get(operation);
  if (!statement) {
    const text = withTrace(operation, values.length);
    // A changed text must never meet a plan of the old one.
    statement = { name: `ledger_${sha256Hex(text).slice(0, 16)}`, text };
    statements.set(operation, statement);
  }
  const { name, text } = statement;
  const all = [...values, ...traceValues(ctx, trace)];
  return answerOf(() => runPrepared(ctx.db, name, text, all));
}

function run(ctx: Ctx, text: string, values: unknown[]): Promise<unknown> {
  return answerOf(() => runText(ctx.db, text, values));
}

async function answerOf<T>(query: () => Promise<{ rows: unknown[] }>): Promise<T> {
  try {
    const { rows } = await query();
    const [row] = rows as { result: T }[];
    if (!row) throw new Error('A ledger function answered no row.');
    return row.result;
  } catch (error) {
    throw toLedgerError(error);
  }
}
