/** The stand-in's memory: plain objects in one JSON file, replaced as a whole so that a crash leaves the old or the new one. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Coupon, Discount, Price, Product, PromotionCode } from './objects/catalog';
import type { Session } from './objects/checkout';
import type { Customer, PortalConfiguration, PortalSession, TaxId } from './objects/customers';
import type { StoredEvent } from './objects/events';
import type { CreditNote, Invoice, InvoiceItem, InvoicePayment } from './objects/invoices';
import type {
  BalanceTransaction,
  Charge,
  Dispute,
  PaymentIntent,
  PaymentMethod,
  Refund,
  SetupIntent,
} from './objects/payments';
import type { Subscription } from './objects/subscriptions';
import { upgradeState } from './upgrade';
import { startWriter } from './writer';

export type KeptAnswer = { hash: string; at: number; status: number; body: string };

/** Objects by id, oldest first. None has a prototype, for ids are a client's words: nobody has bought a `constructor`. */
export type Objects = {
  customers: Record<string, Customer>;
  taxIds: Record<string, TaxId>;
  paymentMethods: Record<string, PaymentMethod>;
  setupIntents: Record<string, SetupIntent>;
  sessions: Record<string, Session>;
  paymentIntents: Record<string, PaymentIntent>;
  charges: Record<string, Charge>;
  refunds: Record<string, Refund>;
  disputes: Record<string, Dispute>;
  balanceTransactions: Record<string, BalanceTransaction>;
  products: Record<string, Product>;
  prices: Record<string, Price>;
  coupons: Record<string, Coupon>;
  promotionCodes: Record<string, PromotionCode>;
  discounts: Record<string, Discount>;
  subscriptions: Record<string, Subscription>;
  invoices: Record<string, Invoice>;
  invoiceItems: Record<string, InvoiceItem>;
  invoicePayments: Record<string, InvoicePayment>;
  creditNotes: Record<string, CreditNote>;
  portalConfigurations: Record<string, PortalConfiguration>;
  portalSessions: Record<string, PortalSession>;
};

export type State = Objects & {
  /** Oldest first. */
  events: StoredEvent[];
  /** Answers by `Idempotency-Key`. */
  answers: Record<string, KeptAnswer>;
  /** Milliseconds by which its clock is ahead of the real one. */
  ahead: number;
  /** How many invoices have a number. */
  numbered: number;
  /** Where the product's pages are, as last seen; hosted pages lie there. */
  origin: string | null;
};

export type Store = State & {
  /** What was changed will be written. */
  touch(): void;
  /** Resolves when everything changed so far is on disk. */
  saved(): Promise<void>;
};

const EMPTY: State = {
  customers: {},
  taxIds: {},
  paymentMethods: {},
  setupIntents: {},
  sessions: {},
  paymentIntents: {},
  charges: {},
  refunds: {},
  disputes: {},
  balanceTransactions: {},
  products: {},
  prices: {},
  coupons: {},
  promotionCodes: {},
  discounts: {},
  subscriptions: {},
  invoices: {},
  invoiceItems: {},
  invoicePayments: {},
  creditNotes: {},
  portalConfigurations: {},
  portalSessions: {},
  events: [],
  answers: {},
  ahead: 0,
  numbered: 0,
  origin: null,
};

/** The collections, for whoever looks for an object by its id alone. */
const COLLECTIONS = Object.keys(EMPTY).filter(
  (name) => !['events', 'answers', 'ahead', 'numbered', 'origin'].includes(name),
) as (keyof Objects)[];

export function openStore(folder: string): Store {
  const file = path.join(folder, 'state.json');
  mkdirSync(folder, { recursive: true });
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<State>) : {};
  const store: Store = { ...structuredClone(EMPTY), ...kept, touch, saved };
  for (const name of [...COLLECTIONS, 'answers'] as const) Object.setPrototypeOf(store[name], null);
  upgradeState(store);
  const writer = startWriter(file, () => serialize(store));
  function touch(): void {
    writer.touch();
  }
  function saved(): Promise<void> {
    return writer.saved();
  }
  return store;
}

/** An id in Stripe's shape, e.g. `cs_test_…`. */
export function stripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** The object behind an id, for `expand`. */
export function findObject(store: State, id: string): object | undefined {
  for (const name of COLLECTIONS) {
    const found = store[name][id];
    if (found) return found;
  }
  return store.events.find((event) => event.id === id);
}

/** Events and answers hardly ever change, and there are many: their JSON is kept. */
const jsonOf = new WeakMap<object, { version: string; json: string }>();

function serialize({ touch: _touch, saved: _saved, events, answers, ...rest }: Store): string {
  const eventList = events.map((event) =>
    keptJson(event, `${event.pending_webhooks} ${event._first_try} ${event._given_up}`),
  );
  const answerList = Object.entries(answers).map(
    ([key, answer]) => `${JSON.stringify(key)}:${keptJson(answer, '')}`,
  );
  return `${JSON.stringify(rest).slice(0, -1)},"events":[${eventList.join(',')}],"answers":{${answerList.join(',')}}}`;
}

function keptJson(object: object, version: string): string {
  const kept = jsonOf.get(object);
  if (kept?.version === version) return kept.json;
  const json = JSON.stringify(object);
  jsonOf.set(object, { version, json });
  return json;
}
