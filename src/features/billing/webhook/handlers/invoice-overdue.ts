import type { EventHandler } from '../../effects';
import { followOverdueInvoice } from '../../invoices/follow-invoice';

/**
 * `invoice.overdue`. An invoice is past its due date. It is read again: unless it was paid meanwhile its order shows since
 * when, and its people are reminded once.
 */
export const invoiceOverdue: EventHandler = followOverdueInvoice;
