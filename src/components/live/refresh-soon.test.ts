import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noRefreshFor, refreshSoon } from './refresh-soon';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const router = () => ({ refresh: vi.fn() });
const [frame, page] = [{ name: 'frame' }, { name: 'page' }];

test('the frame and the page hear one event: the page is read once', () => {
  const { refresh } = router();
  refreshSoon({ refresh }, frame);
  refreshSoon({ refresh }, page);
  vi.runAllTimers();
  expect(refresh).toHaveBeenCalledTimes(1);
  refreshSoon({ refresh }, page);
  vi.runAllTimers();
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('a page that is left does not refresh the next one', () => {
  const { refresh } = router();
  refreshSoon({ refresh }, page);
  noRefreshFor(page);
  vi.runAllTimers();
  expect(refresh).not.toHaveBeenCalled();
});

test('what the frame asked for happens, whoever leaves', () => {
  const { refresh } = router();
  refreshSoon({ refresh }, frame);
  refreshSoon({ refresh }, page);
  noRefreshFor(page);
  vi.runAllTimers();
  expect(refresh).toHaveBeenCalledTimes(1);
  noRefreshFor(frame);
});
