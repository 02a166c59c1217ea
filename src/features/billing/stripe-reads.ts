/** Small readings of Stripe's answers that everything here shares. */
import Stripe from 'stripe';

/** Null for what Stripe does not know; other failures are thrown, so that the caller tries again. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.statusCode === 404) return null;
    throw error;
  }
}

/** The id of what may be expanded or not. */
export function idOf(object: string | { id: string } | null | undefined): string | null {
  return typeof object === 'string' ? object : (object?.id ?? null);
}

/** Stripe's seconds as a time. */
export function fromSeconds(seconds: number): Date {
  return new Date(seconds * 1000);
}

/** A time as Stripe's seconds. */
export function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
