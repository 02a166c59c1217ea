/** Stripe's lists: newest first, turned by the id of the last object seen. */
import { badRequest, missing } from './faults';
import type { List } from './objects/kept';

export type Page = { limit?: number; starting_after?: string; ending_before?: string };

/**
 * A page of those that fit. The cursor is looked for among all: a list goes on where it was, also when the last object seen does not
 * fit any more. Throws Stripe's 400 for a cursor that is no object of this list.
 */
export function listOf<T extends object>(
  url: string,
  newestFirst: readonly T[],
  fits: (object: T) => boolean,
  page: Page,
): List<T> {
  const { limit = 10, starting_after: after, ending_before: before } = page;
  if (after !== undefined && before !== undefined) {
    throw badRequest('You may only specify one of these parameters: starting_after, ending_before.');
  }
  const placeOf = (id: string, param: string) => {
    const place = newestFirst.findIndex((object) => (object as { id?: string }).id === id);
    if (place === -1) throw missing(nameOf(url), id, param);
    return place;
  };
  if (before !== undefined) {
    const found = newestFirst.slice(0, placeOf(before, 'ending_before')).filter(fits);
    return { object: 'list', data: found.slice(-limit), has_more: found.length > limit, url };
  }
  const start = after === undefined ? 0 : placeOf(after, 'starting_after') + 1;
  const found = newestFirst.slice(start).filter(fits);
  return { object: 'list', data: found.slice(0, limit), has_more: found.length > limit, url };
}

/** What a list is of: `/v1/credit_notes` → `credit_note`. */
function nameOf(url: string): string {
  return url.replace(/^.*\//, '').replace(/s$/, '');
}
