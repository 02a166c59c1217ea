import { expect, test } from 'vitest';
import { told } from './console-log';

test('an error goes to our log as one, words without colours, values and addresses', () => {
  const failed = new Error('Failed query: select 1\nparams: ada@example.test');
  expect(told([' \u001b[31m\u001b[1m⨯\u001b[22m\u001b[39m', failed])).toEqual({
    err: failed,
    words: 'failed',
  });
  expect(told(['\u001b[33mslow:\u001b[39m', 'nora@example.test waits', { secret: 'hc_me_1' }])).toEqual({
    err: undefined,
    words: 'slow: [e-mail] waits',
  });
  expect(told([{ secret: 'hc_me_1' }]).words).toBe('console');
  expect(told(['Error: Failed query: select 1\nparams: 5,nora@example.test\n    at x']).words).toBe(
    'Error: Failed query: select 1',
  );
});
