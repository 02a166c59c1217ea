/**
 * Named places at which a test lets the process die or fail: right before and right after money or credits become durable. Nothing
 * happens there unless a test has installed a handler; no setting and no request can.
 */

export const FAILPOINTS = [
  /** The order is committed; Stripe has not heard of it. */
  'purchase.ordered',
  /** Stripe has the payment page; our order does not know its id. */
  'purchase.session-opened',
  /** Inside the transaction: the event is written, its job is not. */
  'purchase.inbox-written',
  /** Event and job are committed; Stripe has not had its 200. */
  'purchase.inbox-stored',
  /** A worker has the event and has not asked Stripe. */
  'purchase.before-apply',
  /** Stripe has said what happened; nothing is changed. */
  'purchase.asked',
  /** Inside the transaction: the payment is written, its credits are not. */
  'purchase.recorded',
  /** Inside the transaction: the credits are granted. */
  'purchase.granted',
  /** Inside the transaction: the event is marked as applied. */
  'purchase.marked',
  /** Everything is committed; the job is not done. */
  'purchase.applied',
  /** Inside the transaction: the generation is written, nothing is held. */
  'hold.started',
  /** Inside the transaction: the credits are held. */
  'hold.placed',
  /** Generation and hold are committed; nobody was told. */
  'hold.committed',
  /** Inside the transaction: the generation has ended, its hold has not. */
  'settle.ended',
  /** Inside the transaction: the hold is settled. */
  'settle.resolved',
  /** The end is committed; nobody was told. */
  'settle.committed',
  /** Inside the transaction: the credits have left, the refund is not written. */
  'refund.taken',
  /** Credits and refund are committed; Stripe has not heard of it. */
  'refund.requested',
  /** Stripe has made the refund; nothing of it is written. */
  'refund.sent',
  /** The refund is written as made; its credit note is not. */
  'refund.settled',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

let handler: ((point: Failpoint) => void) | undefined;

/** Marks a place. Does nothing outside tests. */
export function failpoint(point: Failpoint): void {
  handler?.(point);
}

/** For tests: what happens at every point from now on (throw, or end the process); nothing without a handler. */
export function onFailpoint(next?: (point: Failpoint) => void): void {
  handler = next;
}
