/** The hosted pages: what they show and what their buttons do. Everything else about the stand-in is none of their business. */
import type { CardInput } from '../cards';
import type { Change, Control } from '../control';
import type { Session } from '../objects/checkout';
import { findIn } from '../routes';
import { expireSession, getSession } from '../sessions';
import type { Store } from '../store';
import { type PayInput, type PayResult, payByBank, payByCard, settleBankPayment } from './checkout';
import { type CheckoutPage, describeCheckout } from './checkout-view';
import { type InvoicePayResult, payInvoiceByCard } from './invoice';
import { describeInvoice, type InvoicePage } from './invoice-view';
import { describeStripe, type StripeOverview } from './overview';
import { findPortal, type Portal, type PortalPress, type PortalResult, pressPortal } from './portal';
import { describePortal, type PortalPage } from './portal-view';
import { findReceipt, type PaymentDocument } from './receipt';

export type Pages = {
  find(sessionId: string): Session | null;
  pay(sessionId: string, input: PayInput): PayResult;
  payByBank(sessionId: string): PayResult;
  settleBankPayment(sessionId: string, arrived: boolean): void;
  expire(sessionId: string): void;
  findDocument(id: string): PaymentDocument | null;
  payInvoice(invoiceId: string, input: CardInput): InvoicePayResult;
  /** A bank transfer for an open invoice. */
  payInvoiceByBank(invoiceId: string): InvoicePayResult;
  findPortal(sessionId: string): Portal | null;
  pressPortal(sessionId: string, press: PortalPress): PortalResult;
  /** What the pages show; null for what does not exist. */
  showCheckout(sessionId: string): CheckoutPage | null;
  showInvoice(id: string): InvoicePage | null;
  showPortal(sessionId: string): PortalPage | null;
  showOverview(): StripeOverview;
};

export function openPages(store: Store, control: Control, change: Change): Pages {
  const find = (id: string) => (store.sessions[id] ? change((store, at) => getSession(store, id, at)) : null);
  return {
    find,
    pay: (id, input) => change((store, at) => payByCard(store, id, input, at)),
    payByBank: (id) => change((store, at) => payByBank(store, id, at)),
    settleBankPayment: (id, arrived) => change((store, at) => settleBankPayment(store, id, arrived, at)),
    expire: (id) => void change((store, at) => expireSession(store, id, at)),
    findDocument: (id) => findReceipt(store, id),
    payInvoice: (id, input) =>
      change((store, at) => payInvoiceByCard(store, findIn(store.invoices, 'invoice', id), input, at)),
    payInvoiceByBank: (id) => {
      if (store.invoices[id]?.status !== 'open') return { status: 'closed' };
      control.payInvoiceByBank(id);
      return { status: 'paid' };
    },
    findPortal: (id) => findPortal(store, id),
    pressPortal: (id, press) => change((store, at) => pressPortal(store, id, press, at)),
    showCheckout: (id) => {
      const session = find(id);
      return session && describeCheckout(store, session);
    },
    showInvoice: (id) => describeInvoice(store, id),
    showPortal: (id) => {
      const portal = findPortal(store, id);
      return portal && describePortal(store, portal);
    },
    showOverview: () => describeStripe(store, control),
  };
}
