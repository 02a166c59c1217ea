import { expect, test } from 'vitest';
import { bearerRoute } from './bearer';

const SECRET = 'a-secret-of-the-clock';

async function ask(
  secret: string | undefined,
  authorization?: string,
): Promise<{ status: number; calls: number }> {
  let calls = 0;
  const route = bearerRoute(
    () => secret,
    async () => ({ calls: ++calls }),
  );
  const headers = authorization === undefined ? undefined : { authorization };
  const { status } = await route(new Request('http://localhost:3000/api/cron/drain', { headers }));
  return { status, calls };
}

test('who knows the secret gets in', async () => {
  expect(await ask(SECRET, `Bearer ${SECRET}`)).toEqual({ status: 200, calls: 1 });
});

test.each([
  ['nothing', undefined],
  ['an empty token', 'Bearer '],
  ['another token', `Bearer ${SECRET}!`],
  ['a part of it', `Bearer ${SECRET.slice(0, -1)}`],
  ['another scheme', `Basic ${SECRET}`],
  ['the secret alone', SECRET],
])('%s: 401, and nothing runs', async (_what, authorization) => {
  expect(await ask(SECRET, authorization)).toEqual({ status: 401, calls: 0 });
});

test.each([[undefined], ['']])('without a secret (%s) there is no such route, for nobody', async (secret) => {
  expect(await ask(secret)).toEqual({ status: 404, calls: 0 });
  expect(await ask(secret, 'Bearer ')).toEqual({ status: 404, calls: 0 });
  expect(await ask(secret, 'Bearer undefined')).toEqual({ status: 404, calls: 0 });
});
