import type { EventHandler } from '../../effects';
import { followInvoice } from '../../invoices/follow-invoice';

/**
 * `invoice.payment_failed`. A plan's first payment or renewal, or a card for a sent invoice, was declined. The invoice is
 * read again with its subscription: a plan goes into its days of grace, an order shows why, and waits for another card.
 */
export const invoicePaymentFailed: EventHandler = followInvoice;
