import type { EventHandler } from '../../effects';
import { followOrderInvoice } from '../../invoices/follow-invoice';

/**
 * `invoice.overdue`. An invoice is past its due date. It is read again: in case it was paid meanwhile, otherwise its order
 * goes on waiting.
 */
export const invoiceOverdue: EventHandler = followOrderInvoice;
