import { z } from 'zod';
import { closeDispute } from '../disputes';
import { id, isWithin, moments, noParams, page } from '../params';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';

const PATH = '/v1/disputes';

const listParams = z.strictObject({
  charge: id.optional(),
  payment_intent: id.optional(),
  created: moments,
  ...page,
});

export const DISPUTE_ROUTES: Route[] = [
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.disputes),
    (dispute, { charge, payment_intent, created }) =>
      same(charge, dispute.charge) &&
      same(payment_intent, dispute.payment_intent) &&
      isWithin(dispute.created, created),
  ),
  retrieving(PATH, 'dispute', (store) => store.disputes),
  // Closing a dispute oneself is giving in.
  route('POST', `${PATH}/:id/close`, noParams, (_input, { store, id, now }) => {
    const dispute = findIn(store.disputes, 'dispute', id);
    closeDispute(store, dispute, 'lost', now);
    return dispute;
  }),
];
