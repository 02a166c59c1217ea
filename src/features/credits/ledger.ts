/**
 * The only writer of ledger rows: each function is one statement that calls one SQL function (src/db/sql/20-ledger-*.sql).
 * Private to this feature; the verbs beside it decide who may and leave the trace.
 */
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectPrepared } from '@/db/sql-rows';
import { actorLabel } from '@/lib/actor';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { toLedgerError } from './ledger-errors';
import { type Trace, withTrace } from './trace';

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
  await run(ctx, sql`select ledger_open_accounts(${ctx.orgId}) as result`);
}

export async function openMemberWallet(ctx: Ctx, memberId: string): Promise<void> {
  await run(ctx, sql`select ledger_open_wallet(${ctx.orgId}, ${memberId}) as result`);
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
    sql`ledger_issue(${ctx.orgId}, ${meta(ctx, kind, request)}, ${kind}, ${amount}::int)`,
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
    sql`ledger_grant_wallet(${ctx.orgId}, ${meta(ctx, 'grant', request)}, ${memberId}, ${amount}::int)`,
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
    sql`ledger_allocate(${ctx.orgId}, ${meta(ctx, 'allocate', request)}, ${memberId}, ${amount}::int)`,
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
    sql`ledger_reassign(${ctx.orgId}, ${meta(ctx, 'reassign', request)}, ${fromMemberId}, ${toMemberId}, ${amount}::int)`,
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
    sql`ledger_reclaim(${ctx.orgId}, ${meta(ctx, 'reclaim', request)}, ${memberId}, ${amount}::int)`,
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
    sql`ledger_return_wallet(${ctx.orgId}, ${meta(ctx, 'return-wallet', request)}, ${memberId})`,
    request.trace,
  );
}

export function poolToPromised(ctx: Ctx, amount: number, request: LedgerRequest): Promise<Receipt> {
  return call(
    ctx,
    sql`ledger_promise(${ctx.orgId}, ${meta(ctx, 'promise', request)}, ${amount}::int)`,
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
    sql`ledger_end_promise(${ctx.orgId}, ${meta(ctx, 'end-promise', request)}, ${invitationId}, ${memberId}::text)`,
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
    sql`ledger_hold(${ctx.orgId}, ${memberId}, ${generationId}, ${amount}::int, ${actorLabel(ctx.actor)})`,
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
    sql`ledger_resolve_hold(${ctx.orgId}, ${meta(ctx, 'settle', request)}, ${generationId}, ${settled}::int)`,
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
    sql`ledger_refund_wallet(${ctx.orgId}, ${meta(ctx, 'refund', request)}, ${generationId}, ${amount}::int)`,
    request.trace,
  );
}

/** The request as the SQL functions take it. The same key with another operation, content or note is refused. */
export function meta(ctx: Ctx, operation: string, request: LedgerRequest): SQL {
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
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** One statement: the operation and its trace. */
export function call<T>(ctx: Ctx, operation: SQL, trace: Trace): Promise<T> {
  return run(ctx, withTrace(ctx, operation, trace));
}

async function run<T>(ctx: Ctx, statement: SQL): Promise<T> {
  try {
    const [row] = await selectPrepared<{ result: T }>(ctx.db, statement);
    if (!row) throw new Error('A ledger function answered no row.');
    return row.result;
  } catch (error) {
    throw toLedgerError(error);
  }
}
