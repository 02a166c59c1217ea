/** The API calls that the stand-in knows. Anything else is answered 404 by `server.ts`, so that nothing resolves by luck. */
import { seconds } from './events';
import { present } from './expand';
import { missing } from './faults';
import { listOf } from './lists';
import type { Customer } from './objects';
import {
  checkParams,
  customerParams,
  eventListParams,
  noParams,
  sessionListParams,
  sessionParams,
} from './params';
import { createSession, expireDueSessions, expireSession, getSession } from './sessions';
import { type Store, stripeId } from './store';

export type Call = { store: Store; id: string; params: Record<string, unknown>; now: Date };

type Route = { method: 'GET' | 'POST'; path: RegExp; answer(call: Call): object };

export const ROUTES: readonly Route[] = [
  { method: 'POST', path: /^\/v1\/customers$/, answer: createCustomer },
  {
    method: 'GET',
    path: /^\/v1\/customers\/([^/]+)$/,
    answer: (call) => retrieve(call, 'customer', call.store.customers),
  },
  { method: 'POST', path: /^\/v1\/checkout\/sessions$/, answer: newSession },
  { method: 'GET', path: /^\/v1\/checkout\/sessions$/, answer: listSessions },
  {
    method: 'GET',
    path: /^\/v1\/checkout\/sessions\/([^/]+)$/,
    answer: ({ store, id, params, now }) => {
      const { expand } = checkParams(noParams, params);
      return present(store, getSession(store, id, now), expand);
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/,
    answer: ({ store, id, params, now }) => {
      const { expand } = checkParams(noParams, params);
      return present(store, expireSession(store, id, now), expand);
    },
  },
  {
    method: 'GET',
    path: /^\/v1\/payment_intents\/([^/]+)$/,
    answer: (call) => retrieve(call, 'payment_intent', call.store.paymentIntents),
  },
  {
    method: 'GET',
    path: /^\/v1\/charges\/([^/]+)$/,
    answer: (call) => retrieve(call, 'charge', call.store.charges),
  },
  {
    method: 'GET',
    path: /^\/v1\/invoices\/([^/]+)$/,
    answer: (call) => retrieve(call, 'invoice', call.store.invoices),
  },
  { method: 'GET', path: /^\/v1\/events$/, answer: listEvents },
  {
    method: 'GET',
    path: /^\/v1\/events\/([^/]+)$/,
    answer: ({ store, id }) => {
      const event = store.events.find((candidate) => candidate.id === id);
      if (!event) throw missing('event', id);
      return event;
    },
  },
];

function retrieve({ store, id, params }: Call, what: string, from: Record<string, object>): object {
  const { expand } = checkParams(noParams, params);
  const found = from[id];
  if (!found) throw missing(what, id);
  return present(store, found, expand);
}

function createCustomer({ store, params, now }: Call): object {
  const input = checkParams(customerParams, params);
  const customer: Customer = {
    id: stripeId('cus'),
    object: 'customer',
    created: seconds(now),
    description: input.description ?? null,
    email: input.email ?? null,
    livemode: false,
    metadata: input.metadata ?? {},
    name: input.name ?? null,
  };
  store.customers[customer.id] = customer;
  return present(store, customer, input.expand);
}

function newSession({ store, params, now }: Call): object {
  const input = checkParams(sessionParams, params);
  return present(store, createSession(store, input, now), input.expand);
}

function listSessions({ store, params, now }: Call): object {
  const { payment_intent, customer, status, expand, ...page } = checkParams(sessionListParams, params);
  expireDueSessions(store, now);
  const found = Object.values(store.sessions)
    .reverse()
    .filter((session) => !payment_intent || session.payment_intent === payment_intent)
    .filter((session) => !customer || session.customer === customer)
    .filter((session) => !status || session.status === status);
  return present(store, listOf('/v1/checkout/sessions', found, page), expand);
}

function listEvents({ store, params }: Call): object {
  const { type, created, delivery_success, expand, ...page } = checkParams(eventListParams, params);
  const found = [...store.events]
    .reverse()
    .filter((event) => !type || event.type === type)
    .filter(
      (event) => event.created >= (created?.gte ?? 0) && event.created <= (created?.lte ?? Number.MAX_VALUE),
    )
    .filter((event) => delivery_success === undefined || (event.pending_webhooks === 0) === delivery_success);
  return present(store, listOf('/v1/events', found, page), expand);
}
