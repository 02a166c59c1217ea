/** The company that buys, as the payment page asks for it. */
import { addCustomer } from '../customers';
import { changed, record } from '../events';
import type { Session } from '../objects/checkout';
import { customerDetails } from '../sessions';
import type { Store } from '../store';
import { addTaxId, readTaxId } from '../tax-ids';
import { copyOf } from '../undo';

/** What the page asks for besides the card, when the session wants it. */
export type BuyerInput = {
  name?: string;
  line1?: string;
  city?: string;
  postalCode?: string;
  /** Two letters. */
  country?: string;
  taxIdType?: string;
  taxId?: string;
};

export type BuyerProblems = Partial<Record<keyof BuyerInput, string>>;

export function checkBuyer(session: Session, buyer: BuyerInput = {}): BuyerProblems {
  const fields: BuyerProblems = {};
  if (session.billing_address_collection === 'required' && !session.customer_details?.address) {
    if (!buyer.line1?.trim()) fields.line1 = 'Your address is incomplete.';
    if (!/^[A-Za-z]{2}$/.test(buyer.country?.trim() ?? '')) fields.country = 'Two letters, such as US.';
  }
  const taxId = wantedTaxId(session, buyer);
  if (taxId && !readTaxId(taxId.type, taxId.value)) fields.taxId = 'This is not a tax id of that kind.';
  return fields;
}

/** Keeps what the buyer said about the company, for what was checked before. */
export function keepBuyer(store: Store, session: Session, buyer: BuyerInput | undefined, now: Date): void {
  const found = session.customer ? store.customers[session.customer] : undefined;
  const needed = session.mode !== 'payment' || session.customer_creation === 'always';
  const customer = found ?? (needed ? addCustomer(store, { email: session.customer_email }, now) : null);
  if (!customer) return;
  session.customer = customer.id;
  if (!found) session._wanted.updateCustomer = { address: true, name: true };
  const before = copyOf(customer);
  const { updateCustomer } = session._wanted;
  const taxId = wantedTaxId(session, buyer);
  if (taxId) addTaxId(store, customer.id, taxId.type, taxId.value, now);
  if (buyer?.name?.trim() && updateCustomer.name) customer.name = buyer.name.trim();
  if (buyer?.line1?.trim() && updateCustomer.address) {
    customer.address = {
      city: buyer.city?.trim() || null,
      country: buyer.country?.trim().toUpperCase() || null,
      line1: buyer.line1.trim(),
      line2: null,
      postal_code: buyer.postalCode?.trim() || null,
      state: null,
    };
  }
  const previous = changed(before, customer);
  if (Object.keys(previous).length > 0) record(store, 'customer.updated', customer, now, previous);
  session.customer_details = customerDetails(store, customer.id);
}

function wantedTaxId(session: Session, buyer: BuyerInput = {}): { type: string; value: string } | null {
  if (!session.tax_id_collection.enabled || !buyer.taxId?.trim()) return null;
  return { type: buyer.taxIdType ?? 'eu_vat', value: buyer.taxId };
}
