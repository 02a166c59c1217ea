/** The stand-in's memory: plain objects in one JSON file, replaced as a whole so that a crash leaves the old or the new one. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AnyObject, Charge, Customer, Invoice, PaymentIntent, Session, StoredEvent } from './objects';

export type KeptAnswer = { hash: string; at: number; body: string };

type State = {
  customers: Record<string, Customer>;
  sessions: Record<string, Session>;
  paymentIntents: Record<string, PaymentIntent>;
  charges: Record<string, Charge>;
  invoices: Record<string, Invoice>;
  /** Oldest first. */
  events: StoredEvent[];
  /** Answers by `Idempotency-Key`. */
  answers: Record<string, KeptAnswer>;
};

export type Store = State & { save(): void };

const EMPTY: State = {
  customers: {},
  sessions: {},
  paymentIntents: {},
  charges: {},
  invoices: {},
  events: [],
  answers: {},
};

export function openStore(folder: string): Store {
  const file = path.join(folder, 'state.json');
  mkdirSync(folder, { recursive: true });
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<State>) : {};
  const state: State = structuredClone({ ...EMPTY, ...kept });
  return {
    ...state,
    save() {
      writeFileSync(`${file}.next`, JSON.stringify(this));
      renameSync(`${file}.next`, file);
    },
  };
}

/** An id in Stripe's shape, e.g. `cs_test_…`. */
export function stripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** The object behind an id, for `expand`. */
export function findObject(store: State, id: string): AnyObject | undefined {
  return (
    store.customers[id] ??
    store.sessions[id] ??
    store.paymentIntents[id] ??
    store.charges[id] ??
    store.invoices[id] ??
    store.events.find((event) => event.id === id)
  );
}
