import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refreshSoon } from './refresh-soon';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the frame and the page hear one event: the page is read once', () => {
  const router = { refresh: vi.fn() };
  refreshSoon(router);
  refreshSoon(router);
  vi.runAllTimers();
  expect(router.refresh).toHaveBeenCalledTimes(1);
  refreshSoon(router);
  vi.runAllTimers();
  expect(router.refresh).toHaveBeenCalledTimes(2);
});
