/** What people are told when a call to Stripe fails: in our words, for Stripe's may name keys, addresses and internals. */
import Stripe from 'stripe';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { say } from '@/texts/current-texts';
import type { MessageKey } from '@/texts/message-key';

export type Told = {
  /** No answer, or a failure at Stripe. Of a call that changes something nobody knows whether it did. */
  unanswered: MessageKey;
  /** Stripe understood and refused, so nothing happened. The mistake is ours: people cannot do anything about it. */
  refused: MessageKey;
};

/** For calls before anybody can have paid. */
export const NOTHING_CHARGED: Told = {
  unanswered: 'billing.stripe.unansweredCharge',
  refused: 'billing.stripe.refusedCharge',
};

/** For questions. */
export const NOTHING_CHANGED: Told = {
  unanswered: 'billing.stripe.unansweredChange',
  refused: 'billing.stripe.refusedChange',
};

/** For calls that change a plan or an order at Stripe, and perhaps charge for it. */
export const UNCONFIRMED: Readonly<Record<'plan' | 'order', Told>> = {
  plan: { unanswered: 'billing.stripe.unconfirmedPlan', refused: NOTHING_CHARGED.refused },
  order: { unanswered: 'billing.stripe.unconfirmedOrder', refused: NOTHING_CHARGED.refused },
};

/**
 * Runs calls to Stripe. Throws `unavailable` when Stripe does not answer and `internal` when it refuses, with what `told` says
 * about either; other errors pass.
 */
export async function callStripe<T>(work: () => Promise<T>, told: Told = NOTHING_CHARGED): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (isRefusal(error)) {
      log.error(describeStripeError(error), 'Stripe refused a call');
      throw new AppError('internal', say(told.refused));
    }
    log.warn(describeStripeError(error), 'Stripe does not answer');
    throw new AppError('unavailable', say(told.unanswered));
  }
}

/** Parameters that Stripe does not take, an object that it does not have, a key that it does not know: tried again, it is the same. */
function isRefusal(error: Stripe.errors.StripeError): boolean {
  return [400, 401, 402, 403, 404].includes(error.statusCode ?? 0);
}

/** What a log line says about it: enough to find the call, and no address. */
export function describeStripeError(error: Stripe.errors.StripeError) {
  const { type, code, param, statusCode, requestId } = error;
  return { type, code, param, statusCode, requestId, message: errorMessage(error) };
}
