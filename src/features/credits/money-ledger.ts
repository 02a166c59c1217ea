/** The ledger's operations for money that leaves, each one statement that calls one function of 20-ledger-5-money.sql. */
import type { Ctx } from '@/db/context';
import { call, type LedgerRequest, meta } from './ledger';

/** What every operation of several transfers answers. The same request again gets the same numbers. */
export type Operation = {
  operationId: string;
  /** Credits that moved in all; may be 0. */
  credits: number;
  replayed: boolean;
};

/** `owed` is what this chargeback found nowhere and left as a debt. */
export type ChargedBack = Operation & { fromPool: number; fromWallets: number; owed: number };

export type ReversedChargeBack = Operation & { repaid: number; toWallets: number; toPool: number };

/** Stays as it was first called: it is part of the hashes that repeated requests are compared with. */
const TAKE_BACK = 'take-back';

export function takeFromPool(
  ctx: Ctx,
  paymentId: string,
  credits: number,
  request: LedgerRequest,
): Promise<Operation> {
  const { orgId } = ctx;
  return call(
    ctx,
    'ledger_withdraw($1, $2::jsonb, $3, $4::int)',
    [orgId, meta(ctx, TAKE_BACK, request), paymentId, credits],
    request.trace,
  );
}

/** `takenKey` is the key under which the credits were taken. */
export function returnToPool(ctx: Ctx, takenKey: string, request: LedgerRequest): Promise<Operation> {
  return call(
    ctx,
    'ledger_return_refund($1, $2::jsonb, $3)',
    [ctx.orgId, meta(ctx, 'return-refund', request), takenKey],
    request.trace,
  );
}

export function chargeBackPayment(
  ctx: Ctx,
  paymentId: string,
  credits: number,
  request: LedgerRequest,
): Promise<ChargedBack> {
  const { orgId } = ctx;
  return call(
    ctx,
    'ledger_charge_back($1, $2::jsonb, $3, $4::int)',
    [orgId, meta(ctx, 'charge-back', request), paymentId, credits],
    request.trace,
  );
}

/** `takenKey` is the key of the chargeback. */
export function returnChargeBack(
  ctx: Ctx,
  takenKey: string,
  request: LedgerRequest,
): Promise<ReversedChargeBack> {
  return call(
    ctx,
    'ledger_reverse_charge_back($1, $2::jsonb, $3)',
    [ctx.orgId, meta(ctx, 'reverse-charge-back', request), takenKey],
    request.trace,
  );
}
