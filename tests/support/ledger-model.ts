/** What a ledger is, small enough to read: numbers in boxes, and what each operation does to them. */
import { type Lot, unspentOf } from './ledger-lots';

export type Person = { memberId: string; accountId: string; balance: number; held: number; closed: boolean };
export type Hold = { id: string; person: number; amount: number; charged: number | null; refunded: number };
export type Taken = { pool: number; wallets: [person: number, amount: number][]; debt: number };
export type Refund = { id: string; paymentId: string; asked: number; taken: Taken; returned: boolean };
export type Dispute = {
  id: string;
  paymentId: string;
  asked: number;
  taken: Taken;
  /** How many lots there were when it opened: those behind them may repay what it left owed. */
  lotsBefore: number;
  reversed: boolean;
};
export type Request = { id: string; person: number; amount: number; open: boolean };

export type Model = {
  solo: boolean;
  pool: number;
  promised: number;
  debt: number;
  issued: number;
  used: number;
  refunded: number;
  people: Person[];
  /** In the order they came. A purchase's id is its payment's. */
  lots: Lot[];
  payments: { id: string; credits: number; backed: number }[];
  holds: Hold[];
  promises: { id: string; amount: number; open: boolean }[];
  refunds: Refund[];
  disputes: Dispute[];
  requests: Request[];
};

export function emptyModel(solo: boolean, people: Person[]): Model {
  const boxes = { pool: 0, promised: 0, debt: 0, issued: 0, used: 0, refunded: 0 };
  const lists = { lots: [], payments: [], holds: [], promises: [], refunds: [], disputes: [], requests: [] };
  return { solo, people, ...boxes, ...lists };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

export const free = ({ balance, held }: Person) => balance - held;
export const amountOf = ({ pool, wallets, debt }: Taken) =>
  pool + debt + sum(wallets.map(([, amount]) => amount));

export function personAt(model: Model, at: number): Person {
  const person = model.people[at];
  if (!person) throw new Error('nobody there');
  return person;
}

/** The person, the pool instead when they have left. */
export function payInto(model: Model, at: number, amount: number): void {
  const person = personAt(model, at);
  if (person.closed) model.pool += amount;
  else person.balance += amount;
}

/** What a hold frees in a closed wallet goes on to the pool. */
export function sweep(model: Model, at: number): void {
  const person = personAt(model, at);
  if (!person.closed) return;
  model.pool += free(person);
  person.balance = person.held;
}

/** New credits. In a team of one they go on to its wallet. */
export function issue(model: Model, id: string, credits: number, kind: 'grant' | 'purchase'): void {
  const repaid = kind === 'purchase' ? Math.min(model.debt, credits) : 0;
  model.issued += credits;
  model.debt -= repaid;
  model.lots.push({ id, credits, taken: 0, repaid });
  if (kind === 'purchase') model.payments.push({ id, credits, backed: 0 });
  if (model.solo) personAt(model, 0).balance += credits - repaid;
  else model.pool += credits - repaid;
}

export function unspent(model: Model, paymentId: string): number {
  const existing = model.pool + model.promised + sum(model.people.map(({ balance }) => balance));
  return unspentOf(model.lots, existing, paymentId);
}

/** What a money refund takes, and from where. */
export function takeBack(model: Model, paymentId: string, asked: number): Taken {
  const wallet = model.solo ? free(personAt(model, 0)) : 0;
  const there = Math.max(model.pool + wallet - model.debt, 0);
  const credits = Math.min(asked, unspent(model, paymentId), there);
  const pool = Math.min(credits, model.pool);
  const taken: Taken = { pool, wallets: credits > pool ? [[0, credits - pool]] : [], debt: 0 };
  remove(model, paymentId, taken);
  return taken;
}

/** What a chargeback takes: pool, wallets in proportion by largest remainder, the rest is owed. */
export function chargeBack(model: Model, paymentId: string, asked: number): Taken {
  const payment = model.payments.find(({ id }) => id === paymentId);
  const credits = Math.min(asked, (payment?.credits ?? 0) - (payment?.backed ?? 0));
  const pool = Math.min(credits, model.pool);
  const total = sum(model.people.map(free));
  const wanted = Math.min(credits - pool, total);
  const shares = model.people.map((person, at) => ({
    at,
    accountId: person.accountId,
    whole: total > 0 ? Math.floor((free(person) * wanted) / total) : 0,
    remainder: total > 0 ? (free(person) * wanted) % total : 0,
  }));
  const missing = wanted - sum(shares.map(({ whole }) => whole));
  const first = shares.toSorted((a, b) => b.remainder - a.remainder || (a.accountId < b.accountId ? -1 : 1));
  const wallets = first
    .map(({ at, whole }, rank): [number, number] => [at, whole + (rank < missing ? 1 : 0)])
    .filter(([, amount]) => amount > 0);
  const taken: Taken = { pool, wallets, debt: credits - pool - wanted };
  remove(model, paymentId, taken);
  return taken;
}

function remove(model: Model, paymentId: string, taken: Taken): void {
  model.pool -= taken.pool;
  model.debt += taken.debt;
  for (const [at, amount] of taken.wallets) personAt(model, at).balance -= amount;
  count(model, paymentId, amountOf(taken));
}

/** Credits of a payment that left, or came back. */
function count(model: Model, paymentId: string, amount: number): void {
  model.refunded += amount;
  const lot = model.lots.find(({ id }) => id === paymentId);
  const payment = model.payments.find(({ id }) => id === paymentId);
  if (!lot || !payment) throw new Error('no such payment');
  lot.taken += amount;
  payment.backed += amount;
}

export function returnRefund(model: Model, { paymentId, taken }: Refund): void {
  count(model, paymentId, -amountOf(taken));
  model.pool += taken.pool;
  for (const [at, amount] of taken.wallets) payInto(model, at, amount);
}

export function reverse(model: Model, { paymentId, taken, lotsBefore }: Dispute): void {
  count(model, paymentId, -amountOf(taken));
  const repaid = Math.min(model.debt, taken.pool + taken.debt);
  model.debt -= repaid;
  for (const [at, amount] of taken.wallets) payInto(model, at, amount);
  const back = taken.pool + taken.debt - repaid;
  if (model.solo) personAt(model, 0).balance += back;
  else model.pool += back;
  // With these credits at hand, the purchases since would have repaid that much less.
  let undone = back;
  for (const lot of model.lots.slice(lotsBefore).reverse()) {
    const part = Math.min(lot.repaid, undone);
    lot.repaid -= part;
    undone -= part;
  }
}

/** What everybody present would get; the refusal when it cannot be. */
export function distribution(
  model: Model,
  wanted: { mode: 'even'; amount: number } | { mode: 'top-up'; target: number },
): { refusal: 'conflict' | 'insufficient_credits' } | { amounts: Map<number, number>; total: number } {
  if (model.solo) return { refusal: 'conflict' };
  const present = model.people.flatMap((person, at) => (person.closed ? [] : [{ person, at }]));
  if (present.length === 0) return { refusal: 'conflict' };
  const amounts = new Map(
    present.map(({ person, at }) => [
      at,
      wanted.mode === 'even'
        ? Math.floor(wanted.amount / present.length)
        : Math.max(wanted.target - free(person), 0),
    ]),
  );
  const total = sum([...amounts.values()]);
  if ((wanted.mode === 'even' ? wanted.amount : total) > model.pool)
    return { refusal: 'insufficient_credits' };
  return total === 0 ? { refusal: 'conflict' } : { amounts, total };
}
