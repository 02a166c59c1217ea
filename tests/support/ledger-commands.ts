/** The operations as commands: each does the same to the model and to the database, and says beforehand what must come out. */
import fc from 'fast-check';
import { allocateCredits } from '@/features/credits/allocate';
import { approveRequest } from '@/features/credits/approve-request';
import { chargeBack } from '@/features/credits/charge-back';
import { declineRequest } from '@/features/credits/decline-request';
import { distributeCredits } from '@/features/credits/distribute';
import { grantCredits } from '@/features/credits/grant';
import { holdCredits } from '@/features/credits/hold';
import { keepPromise } from '@/features/credits/keep-promise';
import { promiseCredits } from '@/features/credits/promise';
import { purchaseCredits } from '@/features/credits/purchase';
import { reassignCredits } from '@/features/credits/reassign';
import { reclaimCredits } from '@/features/credits/reclaim';
import { refundToWallet } from '@/features/credits/refund';
import { requestCredits } from '@/features/credits/request-credits';
import { returnPromise } from '@/features/credits/return-promise';
import { returnRefund } from '@/features/credits/return-refund';
import { returnWallet } from '@/features/credits/return-wallet';
import { reverseChargeBack } from '@/features/credits/reverse-charge-back';
import { settleHold } from '@/features/credits/settle';
import { voidHold } from '@/features/credits/void';
import { withdrawForRefund } from '@/features/credits/withdraw-for-refund';
import { withdrawRequest } from '@/features/credits/withdraw-request';
import { newId } from '@/lib/ids';
import { key, recordPayment } from './ledger';
import * as ledger from './ledger-model';
import { join, type LedgerWorld } from './ledger-world';

/** What must come out: a refusal, or an answer that has `answer` in it; then `after` is done to the model. */
export type Expected = { refusal: string } | { answer?: object; after?: () => void };
export type Act = (model: ledger.Model, world: LedgerWorld) => Promise<Step | null>;
export type Step = { run: () => Promise<unknown>; expected: Expected };
/** Null from `act`: there is nothing to do it to. With `again` the same request is sent twice. */
export type LedgerCommand = {
  name: string;
  again: boolean;
  act: Act;
  /** How fast-check prints it. */
  [fc.toStringMethod]: () => string;
};

const person = fc.nat(6);
const amount = fc.integer({ min: 1, max: 40 });
const index = fc.nat(30);
/** The newest first: what just happened is what the next command is most likely about. */
const at = <T>(items: readonly T[], position: number) => items[items.length - 1 - (position % items.length)];
const who = (model: ledger.Model, wanted: number) => wanted % model.people.length;
const member = (model: ledger.Model, wanted: number) => ledger.personAt(model, wanted).memberId;
const short: Expected = { refusal: 'insufficient_credits' };
const missing: Expected = { refusal: 'not_found' };
const conflict: Expected = { refusal: 'conflict' };
const unchanged: Expected = {};

function command<T extends unknown[]>(
  name: string,
  inputs: { [K in keyof T]: fc.Arbitrary<T[K]> },
  act: (...input: T) => Act,
): fc.Arbitrary<LedgerCommand> {
  return fc.tuple(fc.integer({ min: 0, max: 3 }), fc.tuple<T>(...inputs)).map(([dice, input]) => {
    const text = `${name}(${input.join(', ')})`;
    return { name: text, again: dice === 0, act: act(...input), [fc.toStringMethod]: () => text };
  });
}

const grant = command('grant', [amount], (n) => async (model, { system }) => {
  const request = { amount: n, idempotencyKey: key() };
  const after = () => ledger.issue(model, request.idempotencyKey, n, 'grant');
  return { run: () => grantCredits(system, request), expected: { after } };
});

const grantTo = command('grantTo', [person, amount], (wanted, n) => async (model, { system }) => {
  const to = ledger.personAt(model, who(model, wanted));
  const request = { memberId: to.memberId, amount: n, idempotencyKey: key() };
  const after = () => {
    to.balance += n;
    model.issued += n;
    model.lots.push({ id: request.idempotencyKey, credits: n, taken: 0, repaid: 0 });
  };
  return { run: () => grantCredits(system, request), expected: to.closed ? missing : { after } };
});

const purchase = command('purchase', [amount], (n) => async (model, { db, system, admin }) => {
  const paymentId = await recordPayment(db, system.orgId, admin.memberId, n);
  const after = () => ledger.issue(model, paymentId, n, 'purchase');
  return { run: () => purchaseCredits(system, { amount: n, paymentId }), expected: { after } };
});

const allocate = command('allocate', [person, amount], (wanted, n) => async (model, { admin }) => {
  const to = ledger.personAt(model, who(model, wanted));
  const request = { memberId: to.memberId, amount: n, idempotencyKey: key() };
  const after = () => {
    model.pool -= n;
    to.balance += n;
  };
  const expected = to.closed ? missing : model.pool < n ? short : { answer: { amount: n }, after };
  return { run: () => allocateCredits(admin.ctx, request), expected };
});

const reclaim = command('reclaim', [person, amount], (wanted, n) => async (model, { admin }) => {
  const from = ledger.personAt(model, who(model, wanted));
  const request = { memberId: from.memberId, amount: n, idempotencyKey: key() };
  const after = () => {
    model.pool += n;
    from.balance -= n;
  };
  const expected = from.closed ? missing : ledger.free(from) < n ? short : { after };
  return { run: () => reclaimCredits(admin.ctx, request), expected };
});

const reassign = command(
  'reassign',
  [person, person, amount],
  (one, other, n) =>
    async (model, { admin }) => {
      const [from, to] = [ledger.personAt(model, who(model, one)), ledger.personAt(model, who(model, other))];
      if (from === to) return null;
      const request = {
        fromMemberId: from.memberId,
        toMemberId: to.memberId,
        amount: n,
        idempotencyKey: key(),
      };
      const after = () => {
        from.balance -= n;
        to.balance += n;
      };
      const expected = from.closed || to.closed ? missing : ledger.free(from) < n ? short : { after };
      return { run: () => reassignCredits(admin.ctx, request), expected };
    },
);

const distribute = command('distribute', [fc.boolean(), amount], (even, n) => async (model, { admin }) => {
  const distribution = even
    ? ({ mode: 'even', amount: n } as const)
    : ({ mode: 'top-up', target: n } as const);
  const outcome = ledger.distribution(model, distribution);
  const request = { distribution, idempotencyKey: key() };
  const run = () => distributeCredits(admin.ctx, request);
  if ('refusal' in outcome) return { run, expected: outcome };
  const after = () => {
    model.pool -= outcome.total;
    for (const [to, given] of outcome.amounts) ledger.personAt(model, to).balance += given;
  };
  return { run, expected: { answer: { total: outcome.total }, after } };
});

const promise = command('promise', [amount], (n) => async (model, { admin }) => {
  const invitationId = newId('invitation');
  const after = () => {
    model.pool -= n;
    model.promised += n;
    model.promises.push({ id: invitationId, amount: n, open: true });
  };
  const expected = model.pool < n ? short : { after };
  return { run: () => promiseCredits(admin.ctx, { invitationId, amount: n }), expected };
});

const endPromise = command(
  'endPromise',
  [index, fc.option(person)],
  (position, wanted) =>
    async (model, { system }) => {
      const promised = at(model.promises, position);
      if (!promised?.open) return null;
      const keeper = wanted === null ? null : who(model, wanted);
      const request = { invitationId: promised.id };
      const run = () =>
        keeper === null
          ? returnPromise(system, request)
          : keepPromise(system, { ...request, memberId: member(model, keeper) });
      if (keeper !== null && ledger.personAt(model, keeper).closed) return { run, expected: missing };
      const after = () => {
        promised.open = false;
        model.promised -= promised.amount;
        if (keeper === null) model.pool += promised.amount;
        else ledger.payInto(model, keeper, promised.amount);
      };
      return { run, expected: { answer: { amount: promised.amount }, after } };
    },
);

const hold = command('hold', [person, amount], (wanted, n) => async (model, { system }) => {
  const holder = who(model, wanted);
  const from = ledger.personAt(model, holder);
  const request = { generationId: newId('generation'), memberId: from.memberId, amount: n };
  const after = () => {
    from.held += n;
    model.holds.push({ id: request.generationId, person: holder, amount: n, charged: null, refunded: 0 });
  };
  const refusal = from.closed ? missing : model.debt > 0 ? conflict : ledger.free(from) < n ? short : null;
  return { run: () => holdCredits(system, request), expected: refusal ?? { after } };
});

function endOf(model: ledger.Model, held: ledger.Hold, settled: number): Expected {
  if (held.charged !== null) return held.charged === settled ? unchanged : conflict;
  if (settled > held.amount) return conflict;
  const after = () => {
    const from = ledger.personAt(model, held.person);
    held.charged = settled;
    from.held -= held.amount;
    from.balance -= settled;
    model.used += settled;
    ledger.sweep(model, held.person);
  };
  return { answer: { settled, released: held.amount - settled }, after };
}

const settle = command('settle', [index, fc.nat(45)], (position, n) => async (model, { system }) => {
  const held = at(model.holds, position);
  if (!held) return null;
  const run = () => settleHold(system, { generationId: held.id, amount: n });
  return { run, expected: endOf(model, held, n) };
});

const voidIt = command('void', [index], (position) => async (model, { system }) => {
  const held = at(model.holds, position);
  if (!held) return null;
  return { run: () => voidHold(system, { generationId: held.id }), expected: endOf(model, held, 0) };
});

const refundWallet = command('refundWallet', [index, amount], (position, n) => async (model, { system }) => {
  const held = at(model.holds, position);
  if (!held) return null;
  const request = { generationId: held.id, amount: n, idempotencyKey: key() };
  const run = () => refundToWallet(system, request);
  if (held.charged === null) return { run, expected: missing };
  if (held.refunded + n > held.charged) return { run, expected: conflict };
  const after = () => {
    held.refunded += n;
    model.used -= n;
    ledger.payInto(model, held.person, n);
  };
  return { run, expected: { after } };
});

const leave = command('leave', [person], (wanted) => async (model, { system }) => {
  const goer = who(model, wanted);
  // The team keeps its admin, and a team of one its person.
  if (goer === 0) return null;
  const run = () => returnWallet(system, { memberId: member(model, goer) });
  const after = () => {
    ledger.personAt(model, goer).closed = true;
    ledger.sweep(model, goer);
  };
  return { run, expected: ledger.personAt(model, goer).closed ? unchanged : { after } };
});

const arrive = command('arrive', [], () => async (model, world) => {
  if (model.solo || model.people.length >= 7) return null;
  const arrived = await join(world);
  return { run: async () => undefined, expected: { after: () => void model.people.push(arrived) } };
});

const takeBack = command('takeBack', [index, amount], (position, n) => async (model, { system }) => {
  const payment = at(model.payments, position);
  if (!payment) return null;
  const request = { paymentId: payment.id, refundId: newId('refund'), credits: n };
  const trial = structuredClone(model);
  const taken = ledger.takeBack(trial, payment.id, n);
  const after = () => {
    ledger.takeBack(model, payment.id, n);
    model.refunds.push({ id: request.refundId, paymentId: payment.id, asked: n, taken, returned: false });
  };
  const answer = { credits: ledger.amountOf(taken) };
  return { run: () => withdrawForRefund(system, request), expected: { answer, after } };
});

const giveBack = command('returnRefund', [index], (position) => async (model, { system }) => {
  const refund = at(model.refunds, position);
  if (!refund) return null;
  const run = () => returnRefund(system, { refundId: refund.id });
  const answer = { credits: ledger.amountOf(refund.taken) };
  if (refund.returned) return { run, expected: { answer } };
  const after = () => {
    ledger.returnRefund(model, refund);
    refund.returned = true;
  };
  return { run, expected: { answer, after } };
});

const charge = command(
  'chargeBack',
  [index, fc.integer({ min: 1, max: 60 })],
  (position, n) =>
    async (model, { system }) => {
      const payment = at(model.payments, position);
      if (!payment) return null;
      const request = { paymentId: payment.id, disputeId: newId('dispute'), credits: n };
      const taken = ledger.chargeBack(structuredClone(model), payment.id, n);
      const after = () => {
        ledger.chargeBack(model, payment.id, n);
        model.disputes.push({
          id: request.disputeId,
          paymentId: payment.id,
          asked: n,
          taken,
          lotsBefore: model.lots.length,
          reversed: false,
        });
      };
      const answer = { credits: ledger.amountOf(taken), fromPool: taken.pool, owed: taken.debt };
      return { run: () => chargeBack(system, request), expected: { answer, after } };
    },
);

const win = command('reverseChargeBack', [index], (position) => async (model, { system }) => {
  const dispute = at(model.disputes, position);
  if (!dispute) return null;
  const run = () => reverseChargeBack(system, { disputeId: dispute.id });
  const answer = { credits: ledger.amountOf(dispute.taken) };
  if (dispute.reversed) return { run, expected: { answer } };
  const after = () => {
    ledger.reverse(model, dispute);
    dispute.reversed = true;
  };
  return { run, expected: { answer, after } };
});

const ask = command('request', [person, amount], (wanted, n) => async (model, { contexts }) => {
  const asker = who(model, wanted);
  const ctx = contexts.get(member(model, asker));
  if (!ctx) throw new Error('nobody there');
  const answered: { requestId?: string } = {};
  const run = async () => Object.assign(answered, await requestCredits(ctx, { amount: n }));
  if (model.solo || model.requests.some(({ person, open }) => open && person === asker)) {
    return { run, expected: conflict };
  }
  const after = () =>
    void model.requests.push({ id: answered.requestId ?? '', person: asker, amount: n, open: true });
  return { run, expected: { after } };
});

const approve = command('approve', [index, fc.option(amount)], (position, n) => async (model, { admin }) => {
  const request = at(model.requests, position);
  if (!request) return null;
  const granted = n ?? request.amount;
  const run = () =>
    approveRequest(admin.ctx, { requestId: request.id, ...(n === null ? {} : { amount: n }) });
  if (!request.open) return null;
  const to = ledger.personAt(model, request.person);
  const after = () => {
    request.open = false;
    model.pool -= granted;
    to.balance += granted;
  };
  return {
    run,
    expected: to.closed ? missing : model.pool < granted ? short : { answer: { granted }, after },
  };
});

const refuse = command('endRequest', [index, fc.boolean()], (position, decline) => async (model, world) => {
  const request = at(model.requests, position);
  if (!request) return null;
  const ctx = decline ? world.admin.ctx : world.contexts.get(member(model, request.person));
  if (!ctx) throw new Error('nobody there');
  const run = () =>
    decline
      ? declineRequest(ctx, { requestId: request.id, answer: 'Not this month.' })
      : withdrawRequest(ctx, { requestId: request.id });
  const after = () => {
    request.open = false;
  };
  return { run, expected: request.open ? { after } : conflict };
});

/**
 * What others need to find something is drawn more often, what ends things less. Requests are rare: each writes notices and
 * renders mails, which takes longer than everything else together.
 */
export const LEDGER_COMMANDS: fc.WeightedArbitrary<LedgerCommand>[] = [
  ...[allocate, hold].map((arbitrary) => ({ weight: 12, arbitrary })),
  ...[purchase, settle, takeBack, win].map((arbitrary) => ({ weight: 8, arbitrary })),
  ...[grant, grantTo, reclaim, reassign, distribute, promise].map((arbitrary) => ({ weight: 4, arbitrary })),
  ...[endPromise, voidIt, refundWallet, leave, arrive].map((arbitrary) => ({ weight: 4, arbitrary })),
  ...[giveBack, charge].map((arbitrary) => ({ weight: 4, arbitrary })),
  ...[ask, approve, refuse].map((arbitrary) => ({ weight: 2, arbitrary })),
];
