/**
 * How the SDK's requests travel when the server is not Stripe itself: below a base path that the SDK has no setting for, and with
 * answers that may not be Stripe's. The SDK takes a 404 whose body is some other JSON for the object that was asked for, and one
 * that is a page of HTML for a failure that says nothing; here both are errors of their status.
 */
import Stripe from 'stripe';

type Client = ReturnType<typeof Stripe.createNodeHttpClient>;
type Answer = Awaited<ReturnType<Client['makeRequest']>>;

/** `basePath` begins with a slash and has none at its end; empty for none. */
export function httpClient(basePath: string): Client {
  const inner = Stripe.createNodeHttpClient();
  return {
    getClientName: () => inner.getClientName(),
    async makeRequest(host, port, path, ...rest) {
      return honest(await inner.makeRequest(host, port, `${basePath}${path}`, ...rest));
    },
  };
}

function honest(answer: Answer): Answer {
  const status = answer.getStatusCode();
  return {
    getStatusCode: () => status,
    getHeaders: () => answer.getHeaders(),
    getRawResponse: () => answer.getRawResponse(),
    toStream: (done) => answer.toStream(done),
    toJSON: () => (status < 400 ? answer.toJSON() : errorOf(status, answer)),
  };
}

async function errorOf(status: number, answer: Answer): Promise<unknown> {
  const body = await answer.toJSON().catch((error: unknown) => {
    // A body that broke off on the way says nothing, whatever its status.
    if (error instanceof SyntaxError) return null;
    throw error;
  });
  const stated = (body as { error?: unknown } | null)?.error;
  if (typeof stated === 'object' && stated !== null) return body;
  return { error: { type: 'invalid_request_error', message: `The server answered ${status}.` } };
}
