/** One person with a cookie jar, talking to the product over HTTP as a browser or a script would. */

export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    request: string,
  ) {
    super(`${request} answered ${status}: ${JSON.stringify(body)}`);
    this.name = 'HttpError';
  }
}

/** What a person's browser calls itself, so that their list of devices names one. */
const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

type Options = { json?: object; form?: FormData; headers?: Record<string, string> };

export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly baseUrl: string,
    readonly name: string,
    readonly email: string,
  ) {}

  /** The raw response; redirects are not followed. */
  async fetch(method: string, path: string, options: Options = {}): Promise<Response> {
    const headers = new Headers(options.headers);
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([key, value]) => `${key}=${value}`).join('; '));
    headers.set('origin', new URL(this.baseUrl).origin);
    if (!headers.has('user-agent')) headers.set('user-agent', BROWSER);
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (options.json) {
      headers.set('content-type', 'application/json');
      init.body = JSON.stringify(options.json);
    } else if (options.form) {
      init.body = options.form;
    }
    const response = await fetch(new URL(path, this.baseUrl), init);
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** The JSON of a successful answer. Throws `HttpError` otherwise. */
  async call<T>(method: string, path: string, options: Options = {}): Promise<T> {
    const response = await this.fetch(method, path, options);
    const text = await response.text();
    const body: unknown =
      text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    if (!response.ok) throw new HttpError(response.status, body, `${method} ${path}`);
    return body as T;
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, json: object = {}, headers: Record<string, string> = {}): Promise<T> {
    return this.call<T>('POST', path, { json, headers });
  }

  /** The error code of a request that must be refused; throws when it succeeds. */
  async refused(
    method: string,
    path: string,
    json: object,
  ): Promise<{ status: number; code: string; message: string }> {
    try {
      await this.call(method, path, { json });
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const { code, message } = (error.body as { error: { code: string; message: string } }).error;
      return { status: error.status, code, message };
    }
    throw new Error(`${method} ${path} was not refused`);
  }

  /** The jar for a browser that goes on as this person. */
  cookieList(): { name: string; value: string; url: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value, url: this.baseUrl }));
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    if (at > 0) this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
