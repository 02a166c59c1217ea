import type { EventHandler } from '../../effects';
import { followInvoice } from '../../invoices/follow-invoice';

/**
 * `invoice.payment_failed`. A plan's renewal, or a card for a sent invoice, was declined. The invoice is read again with
 * its subscription: the plan goes into its days of grace.
 */
export const invoicePaymentFailed: EventHandler = followInvoice;
