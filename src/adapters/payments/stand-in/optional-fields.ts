/** Parts that Stripe leaves out unless they are asked for with `expand`. */
import type { LineItem, Session } from './objects/checkout';
import type { Customer } from './objects/customers';
import type { Invoice } from './objects/invoices';
import { listIn } from './objects/kept';
import type { Charge } from './objects/payments';
import { hasEnded } from './objects/subscriptions';
import type { State } from './store';

type Make = (store: State, object: Record<string, unknown>) => object;

export const OPTIONAL_FIELDS: Record<string, Record<string, Make>> = {
  'checkout.session': {
    line_items: (store, object) => {
      const session = object as unknown as Session;
      return listIn(
        `/v1/checkout/sessions/${session.id}/line_items`,
        session._lines.map((line) => withPrice(store, line)),
      );
    },
  },
  charge: {
    refunds: (store, object) => {
      const charge = object as unknown as Charge;
      const refunds = Object.values(store.refunds).filter((refund) => refund.charge === charge.id);
      return listIn(`/v1/charges/${charge.id}/refunds`, refunds.reverse());
    },
  },
  customer: {
    tax_ids: (store, object) => {
      const customer = object as unknown as Customer;
      const taxIds = Object.values(store.taxIds).filter((taxId) => taxId.customer === customer.id);
      return listIn(`/v1/customers/${customer.id}/tax_ids`, taxIds.reverse());
    },
    subscriptions: (store, object) => {
      const customer = object as unknown as Customer;
      const live = Object.values(store.subscriptions).filter(
        (subscription) => subscription.customer === customer.id && !hasEnded(subscription),
      );
      return listIn(`/v1/customers/${customer.id}/subscriptions`, live.reverse());
    },
  },
  invoice: {
    payments: (store, object) => {
      const invoice = object as unknown as Invoice;
      const payments = Object.values(store.invoicePayments).filter(
        (payment) => payment.invoice === invoice.id,
      );
      return listIn('/v1/invoice_payments', payments);
    },
  },
};

export function withPrice(store: State, line: LineItem): object {
  return { ...line, price: store.prices[line.price] ?? null };
}
