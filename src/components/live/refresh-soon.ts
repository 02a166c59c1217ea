/** Several events at once (a settled generation also changes a balance) refresh the page once. Milliseconds. */
const SETTLE = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/** One timer for the whole page: its frame and its parts hear the same events, and each would read everything again. */
export function refreshSoon(router: { refresh(): void }): void {
  clearTimeout(timer);
  timer = setTimeout(() => router.refresh(), SETTLE);
}
