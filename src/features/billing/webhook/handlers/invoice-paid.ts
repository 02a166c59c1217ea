import type { EventHandler } from '../../effects';
import { followInvoice } from '../../invoices/follow-invoice';

/**
 * `invoice.paid`. An invoice is paid. It is read again: a plan's brings the month's credits, once; one that an order waits
 * for grants that order's; one that Checkout wrote is added to its payment.
 */
export const invoicePaid: EventHandler = followInvoice;
