import { createServer, type RequestListener, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsAnswered, watchRequests } from './requests-under-way';

const PATIENCE = 60_000;

let answer: RequestListener = () => {};
const server = createServer((asked, response) => answer(asked, response));

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.closeAllConnections();
});

/** A request that the server has in hand, and how it is answered. */
function ask(): Promise<{ response: ServerResponse; gone: Promise<void>; leave(): void }> {
  return new Promise((resolve) => {
    const { port } = server.address() as AddressInfo;
    const asking = request({ host: '127.0.0.1', port, agent: false });
    const gone = new Promise<void>((ended) => {
      asking.on('close', ended);
      asking.on('error', () => {});
      asking.on('response', (incoming) => incoming.resume());
    });
    answer = (_, response) => resolve({ response, gone, leave: () => asking.destroy() });
    asking.end();
  });
}

test('a stop waits for what is being answered, and for who leaves, but for no stream of events', async () => {
  await requestsAnswered(PATIENCE);
  const stream = await ask();
  stream.response.setHeader('content-type', 'text/event-stream').flushHeaders();
  await requestsAnswered(PATIENCE);

  const [first, second] = [await ask(), await ask()];
  const told: string[] = [];
  const stopped = requestsAnswered(PATIENCE).then(() => told.push('stopped'));
  first.response.end('done');
  await first.gone;
  told.push('one is left');
  second.leave();
  await stopped;
  expect(told).toEqual(['one is left', 'stopped']);
});

test('nor longer than it may', async () => {
  const { response } = await ask();
  await requestsAnswered(1);
  response.end();
});
