/** The hosted pages: what they show and what their buttons do. Everything else about the stand-in is none of their business. */
import type { CardInput } from '../cards';
import type { Change, Control } from '../control';
import type { Session } from '../objects/checkout';
import { findIn } from '../routes';
import { expireSession, getSession } from '../sessions';
import type { Store } from '../store';
import {
  confirmAtBank,
  type OrderInput,
  type PayInput,
  type PayResult,
  payByBank,
  payByCard,
  settleBankPayment,
} from './checkout';
import { applyCode } from './checkout-code';
import { type CheckoutPage, describeCheckout } from './checkout-view';
import { confirmInvoice, type InvoicePayResult, payInvoiceByCard } from './invoice';
import { describeInvoice, type InvoicePage } from './invoice-view';
import { describeStripe, type StripeOverview } from './overview';
import { findPortal, type Portal, type PortalPress, type PortalResult, pressPortal } from './portal';
import { describePortal, type PortalPage } from './portal-view';
import { findReceipt, type PaymentDocument } from './receipt';

export type Pages = {
  find(sessionId: string): Session | null;
  pay(sessionId: string, input: PayInput): PayResult;
  payByBank(sessionId: string, input?: OrderInput): PayResult;
  /** What the card's owner told the bank. */
  confirm(sessionId: string, confirmed: boolean): PayResult;
  /** Puts a promotion code on, or takes it off (an empty one). Null, or what is wrong with it. */
  applyCode(sessionId: string, code: string): string | null;
  settleBankPayment(sessionId: string, arrived: boolean): void;
  expire(sessionId: string): void;
  findDocument(id: string): PaymentDocument | null;
  payInvoice(invoiceId: string, input: CardInput): InvoicePayResult;
  confirmInvoice(invoiceId: string, confirmed: boolean): InvoicePayResult;
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
    payByBank: (id, input = {}) => change((store, at) => payByBank(store, id, input, at)),
    confirm: (id, confirmed) => change((store, at) => confirmAtBank(store, id, confirmed, at)),
    applyCode: (id, code) =>
      change((store, at) => {
        const session = getSession(store, id, at);
        return session.status === 'open' ? applyCode(store, session, code, at) : 'This page is closed.';
      }),
    settleBankPayment: (id, arrived) => change((store, at) => settleBankPayment(store, id, arrived, at)),
    expire: (id) => void change((store, at) => expireSession(store, id, at)),
    findDocument: (id) => findReceipt(store, id),
    payInvoice: (id, input) =>
      change((store, at) => payInvoiceByCard(store, findIn(store.invoices, 'invoice', id), input, at)),
    confirmInvoice: (id, confirmed) =>
      change((store, at) => confirmInvoice(store, findIn(store.invoices, 'invoice', id), confirmed, at)),
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
