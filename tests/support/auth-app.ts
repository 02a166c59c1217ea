/** better-auth and the route handlers on this file's own test database, as one server process would have them. */
import { testConnection } from './database';

export const ORIGIN = 'http://localhost:3000';

/** Call it before the first import of a route: sets the environment and puts the test's connection where the process keeps its own. */
export async function startAuthApp(): Promise<void> {
  const connection = await testConnection();
  process.env.HEADCRAFT_MODE = 'embedded';
  process.env.AUTH_SECRET = 'a-secret-for-tests-that-is-long-enough';
  process.env.APP_URL = ORIGIN;
  (globalThis as { headcraftConnection?: Promise<unknown> }).headcraftConnection =
    Promise.resolve(connection);
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export type Browser = {
  /** Sends JSON, or a form's fields, with this browser's cookies and keeps those that come back. */
  send(
    handler: Handler,
    method: string,
    path: string,
    options?: {
      body?: unknown;
      form?: Record<string, string>;
      params?: Record<string, string>;
      headers?: Record<string, string>;
    },
  ): Promise<Response>;
  /** Its cookies, for what takes headers. */
  headers(): Headers;
};

export function browser(): Browser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    headers: () => new Headers({ cookie: cookie() }),
    async send(handler, method, path, { body, form, params, headers = {} } = {}) {
      const request = new Request(`${ORIGIN}${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          host: 'localhost:3000',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(jar.size > 0 ? { cookie: cookie() } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      });
      // As Next calls it: a path without a parameter has no params at all.
      const response = await handler(request, { params: Promise.resolve(params as Record<string, string>) });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const name = pair.slice(0, pair.indexOf('='));
        if (/max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, pair.slice(name.length + 1));
      }
      return response;
    },
  };
}
