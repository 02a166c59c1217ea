import { expect, test } from 'vitest';
import { addToLogContext, currentLogContext, withLogContext } from './log-context';

test('lines of one request carry it and its team, and those of another do not', async () => {
  const one = async (requestId: string, organizationId: string) =>
    withLogContext({ requestId }, async () => {
      await Promise.resolve();
      addToLogContext({ organizationId });
      await Promise.resolve();
      return currentLogContext();
    });
  const both = await Promise.all([one('a', 'org_1'), one('b', 'org_2')]);
  expect(both).toEqual([
    { requestId: 'a', organizationId: 'org_1' },
    { requestId: 'b', organizationId: 'org_2' },
  ]);
  addToLogContext({ organizationId: 'org_3' });
  expect(currentLogContext()).toEqual({});
});
