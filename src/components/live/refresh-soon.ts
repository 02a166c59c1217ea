/** Several events at once (a settled generation also changes a balance) refresh the page once. Milliseconds. */
const SETTLE = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
const asking = new Set<object>();

/** One timer for the whole page: its frame and its parts hear the same events, and each would read everything again. */
export function refreshSoon(router: { refresh(): void }, asker: object): void {
  asking.add(asker);
  clearTimeout(timer);
  timer = setTimeout(() => {
    asking.clear();
    router.refresh();
  }, SETTLE);
}

/** Who asked has left the page: unless somebody else asked, too, nothing is refreshed in the middle of where it goes next. */
export function noRefreshFor(asker: object): void {
  if (asking.delete(asker) && asking.size === 0) clearTimeout(timer);
}
