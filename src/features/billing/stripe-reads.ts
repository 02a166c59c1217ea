/** Small readings of Stripe's answers that everything here shares. */
import Stripe from 'stripe';

/** The HTTP status that Stripe refused a call with; null for any other failure. */
export function statusOf(error: unknown): number | null {
  return error instanceof Stripe.errors.StripeError ? (error.statusCode ?? null) : null;
}

/** Null for what Stripe does not know; other failures are thrown, so that the caller tries again. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/**
 * Stripe has no such object, though an event or one of our rows names it. A key of another account says the same of everything, so
 * nothing may be concluded from it before it was said for days.
 */
export class NotAtStripe extends Error {
  constructor(what: string) {
    super(`Stripe knows no ${what}`);
    this.name = 'NotAtStripe';
  }
}

/** What was read; throws `NotAtStripe` for null. `what` names it for people: "session cs_1". */
export function known<T>(found: T | null, what: string): T {
  if (found === null) throw new NotAtStripe(what);
  return found;
}

/**
 * For what a payment can do without (fees, receipts, links): null when the server says no, for whatever reason. A key may not be
 * allowed to read it, and a server that only speaks some of Stripe's API may not have it; a later reading fills it in.
 */
export async function orWithout<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (REFUSALS.includes(statusOf(error) ?? 0)) return null;
    throw error;
  }
}

const REFUSALS: readonly number[] = [400, 403, 404, 405, 501];

/** Asks for an object with some of its parts; a server that cannot expand them is asked for the object alone. */
export async function withParts<T>(
  expand: string[],
  ask: (params: { expand?: string[] }) => Promise<T>,
): Promise<T> {
  try {
    return await ask({ expand });
  } catch (error) {
    if (statusOf(error) !== 400) throw error;
    return ask({});
  }
}

/** The id of what may be expanded or not. */
export function idOf(object: string | { id: string } | null | undefined): string | null {
  return typeof object === 'string' ? object : (object?.id ?? null);
}

/** Cents that came in. A server without the number means all of what succeeded. */
export function receivedOf({ amount_received, amount, status }: Stripe.PaymentIntent): number {
  return (amount_received as number | undefined) ?? (status === 'succeeded' ? amount : 0);
}

/**
 * When something happened at Stripe, which may be days before we hear of it: the first time that is known, between the earliest that
 * is possible and now.
 */
export function happenedAt(
  times: readonly (Date | null | undefined)[],
  { now, earliest }: { now: Date; earliest?: Date },
): Date {
  const stated = times.find((time) => time) ?? now;
  const at = earliest && stated < earliest ? earliest : stated;
  return at > now ? now : at;
}

/** Stripe's seconds as a time. */
export function fromSeconds(seconds: number): Date {
  return new Date(seconds * 1000);
}

/** The same where they may be missing. */
export function timeOf(seconds: number | null | undefined): Date | null {
  return typeof seconds === 'number' ? fromSeconds(seconds) : null;
}

/** A time as Stripe's seconds. */
export function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
