import { z } from 'zod';
import { missing } from '../faults';
import type { StoredEvent } from '../objects/events';
import { flag, isWithin, moments, noParams, page } from '../params';
import { listing, type Route, route, same } from '../routes';

const PATH = '/v1/events';

const listParams = z.strictObject({
  type: z.string().optional(),
  types: z.array(z.string()).max(20).optional(),
  delivery_success: flag.optional(),
  created: moments,
  ...page,
});

export const EVENT_ROUTES: Route[] = [
  listing(
    PATH,
    listParams,
    ({ store }) => store.events,
    (event, { type, types, delivery_success, created }) =>
      (type === undefined || fits(event, type)) &&
      (types === undefined || types.some((wanted) => fits(event, wanted))) &&
      same(delivery_success, event.pending_webhooks === 0) &&
      isWithin(event.created, created),
  ),
  route('GET', `${PATH}/:id`, noParams, (_input, { store, id }) => {
    const event = store.events.find((candidate) => candidate.id === id);
    if (!event) throw missing('event', id);
    return event;
  }),
];

/** `charge.*` names a family. */
function fits({ type }: StoredEvent, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
