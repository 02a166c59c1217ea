import { z } from 'zod';
import { withPrice } from '../optional-fields';
import { isWithin, noParams, page } from '../params';
import { listing, type Route, route, same } from '../routes';
import { sessionListParams, sessionParams } from '../session-params';
import { createSession, expireSession, getSession } from '../sessions';
import { runDue } from '../timeline';

const PATH = '/v1/checkout/sessions';

export const SESSION_ROUTES: Route[] = [
  route('POST', PATH, sessionParams, (input, { store, now }) => createSession(store, input, now)),
  listing(
    PATH,
    sessionListParams,
    ({ store, now }) => {
      runDue(store, now);
      return Object.values(store.sessions);
    },
    (session, input) =>
      same(input.payment_intent, session.payment_intent) &&
      same(input.subscription, session.subscription) &&
      same(input.customer, session.customer) &&
      same<string>(input.status, session.status) &&
      isWithin(session.created, input.created),
  ),
  route('GET', `${PATH}/:id`, noParams, (_input, { store, id, now }) => getSession(store, id, now)),
  route('POST', `${PATH}/:id/expire`, noParams, (_input, { store, id, now }) =>
    expireSession(store, id, now),
  ),
  listing(
    `${PATH}/:id/line_items`,
    z.strictObject(page),
    ({ store, id, now }) =>
      getSession(store, id, now)
        ._lines.map((line) => withPrice(store, line))
        .reverse(),
    () => true,
  ),
];
