import type { EventHandler } from '../../effects';
import { followOrderInvoice } from '../../invoices/follow-invoice';

/**
 * `invoice.marked_uncollectible`. An invoice was written off. It is read again: the order that waits for it shows as
 * failed and can still be paid.
 */
export const invoiceMarkedUncollectible: EventHandler = followOrderInvoice;
