/** Calls that go wrong on demand, as now and then at Stripe: too many at once, an outage, a line that breaks, no answer at all. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export const FAILURES = ['rate-limited', 'broken', 'reset', 'silent'] as const;

export type Failure = {
  /** 429 with `Retry-After`, 500, a reset connection, or nothing until the caller gives up. */
  how: (typeof FAILURES)[number];
  /** `/v1/refunds` is that call and those below it; every call, without one. */
  path?: string;
  method?: 'GET' | 'POST' | 'DELETE';
  /** How many calls. Once by default; the SDK tries twice more what is broken, reset or silent. */
  times?: number;
  /** The call is done all the same, and only its answer is lost. */
  done?: boolean;
};

export type Failures = {
  add(failure: Failure): void;
  /** What the next call of this kind meets; null when it is to be answered. */
  take(method: string, path: string): Failure | null;
  clear(): void;
  /** How many calls are still to fail. */
  readonly left: number;
};

/** Seconds. */
const RETRY_AFTER = 1;

export function openFailures(): Failures {
  let waiting: (Failure & { times: number })[] = [];
  return {
    add: (failure) => waiting.push({ ...failure, times: failure.times ?? 1 }),
    take(method, path) {
      const found = waiting.find((failure) => fits(failure, method, path));
      if (!found) return null;
      found.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return found;
    },
    clear: () => {
      waiting = [];
    },
    get left() {
      return waiting.reduce((sum, { times }) => sum + times, 0);
    },
  };
}

/** Answers, or does not. */
export function fail({ how }: Failure, request: IncomingMessage, response: ServerResponse): void {
  if (how === 'silent') return;
  if (how === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const [status, headers, error] =
    how === 'rate-limited'
      ? [429, { 'Retry-After': String(RETRY_AFTER) }, TOO_MANY]
      : [500, {}, { type: 'api_error', message: 'An unknown error occurred.' }];
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ error }));
}

const TOO_MANY = {
  type: 'invalid_request_error',
  code: 'rate_limit',
  message: 'Request rate limit exceeded. You can learn more about rate limits in the documentation.',
};

function fits({ path, method }: Failure, askedMethod: string, askedPath: string): boolean {
  if (method && method !== askedMethod) return false;
  return path === undefined || askedPath === path || askedPath.startsWith(`${path}/`);
}
