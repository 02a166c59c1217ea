import type { OrderDetail } from './queries';

/** Where an order's page is, below the team's address: a plan's with the plan, everything else's with what is bought. */
export function orderPath(kind: OrderDetail['kind'], orderId: string): string {
  return kind === 'plan' ? `billing/plan/${orderId}` : `credits/buy/${orderId}`;
}
