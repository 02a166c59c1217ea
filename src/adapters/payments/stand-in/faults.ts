/** Errors as Stripe answers them. */
type Body = { type: string; message: string; code?: string; param?: string };

export class StripeFault extends Error {
  constructor(
    readonly status: number,
    readonly error: Body,
  ) {
    super(error.message);
    this.name = 'StripeFault';
  }
}

export function badRequest(message: string, extra: { code?: string; param?: string } = {}): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', message, ...extra });
}

export function missing(what: string, id: string, param = 'id'): StripeFault {
  const status = param === 'id' ? 404 : 400;
  return new StripeFault(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });
}

export function unknownCall(method: string, path: string): StripeFault {
  return new StripeFault(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). The local stand-in does not know this call.`,
  });
}

export function wrongKey(): StripeFault {
  return new StripeFault(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
}

export function reusedKey(key: string): StripeFault {
  return new StripeFault(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}
