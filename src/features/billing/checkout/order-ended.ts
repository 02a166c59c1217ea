import { AppError } from '@/lib/errors';
import type { Order } from './place-order';

/** What a repeated request for an order is told that ended before it could be paid: it must not be paid twice. */
export function orderEnded({ id, status }: Order): AppError {
  const message =
    status === 'paid'
      ? 'This order is paid already. Its credits are there.'
      : 'This order has ended. Place a new one to pay.';
  return new AppError('conflict', message, { orderId: id, status });
}
