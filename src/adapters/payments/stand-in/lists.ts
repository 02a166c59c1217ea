/** Stripe's lists: newest first, turned by the id of the last object seen. */
import type { List } from './objects/kept';

export type Page = { limit?: number; starting_after?: string; ending_before?: string };

export function listOf<T extends object>(url: string, newestFirst: readonly T[], page: Page): List<T> {
  const limit = page.limit ?? 10;
  const indexOf = (id: string) => newestFirst.findIndex((object) => (object as { id?: string }).id === id);
  if (page.ending_before) {
    const end = Math.max(indexOf(page.ending_before), 0);
    const start = Math.max(end - limit, 0);
    return { object: 'list', data: newestFirst.slice(start, end), has_more: start > 0, url };
  }
  const start = page.starting_after ? indexOf(page.starting_after) + 1 : 0;
  const data = newestFirst.slice(start, start + limit);
  return { object: 'list', data, has_more: newestFirst.length > start + limit, url };
}
