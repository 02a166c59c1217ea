import Stripe from 'stripe';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';

/** Runs calls to Stripe; what goes wrong there is logged and told in our words, for Stripe's may name keys and internals. */
export async function callStripe<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    log.error(
      { type: error.type, code: error.code, requestId: error.requestId, message: errorMessage(error) },
      'stripe',
    );
    throw new AppError(
      'unavailable',
      'The payment service does not answer. Not charged. Try again in a minute.',
    );
  }
}
