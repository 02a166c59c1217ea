import type { EventHandler } from '../../effects';
import { followOrderInvoice } from '../../invoices/follow-invoice';

/** `invoice.voided`. An invoice was called off. It is read again: the order that waits for it is cancelled. */
export const invoiceVoided: EventHandler = followOrderInvoice;
