import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import type { Order } from './place-order';

/** What a repeated request for an order is told that ended before it could be paid: it must not be paid twice. */
export function orderEnded({ id, status }: Order): AppError {
  const message = say(status === 'paid' ? 'billing.refused.orderPaid' : 'billing.refused.orderEnded');
  return new AppError('conflict', message, { orderId: id, status });
}
