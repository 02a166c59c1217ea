/** Stripe's lists: newest first, turned by the id of the last object seen. */
type Page = { limit?: number; starting_after?: string };

export function listOf<T extends { id: string }>(url: string, newestFirst: readonly T[], page: Page): object {
  const start = page.starting_after
    ? newestFirst.findIndex((object) => object.id === page.starting_after) + 1
    : 0;
  const limit = page.limit ?? 10;
  return {
    object: 'list',
    url,
    data: newestFirst.slice(start, start + limit),
    has_more: newestFirst.length > start + limit,
  };
}
