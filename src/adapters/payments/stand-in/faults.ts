/** Errors as Stripe answers them. */
type Body = {
  type: string;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
};

type Extra = Pick<Body, 'code' | 'param'>;

export class StripeFault extends Error {
  constructor(
    readonly status: number,
    readonly error: Body,
    /** Whether the same idempotency key answers it again: Stripe forgets what failed before anything began. */
    readonly kept = true,
    /** Whether what was done until then stays: a declined charge has been tried. */
    readonly stays = false,
  ) {
    super(error.message);
    this.name = 'StripeFault';
  }
}

export function badRequest(message: string, extra: Extra = {}): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', message, ...extra });
}

/** A request that is wrong in itself. */
export function badParam(message: string, extra: Extra = {}): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', message, ...extra }, false);
}

export function missing(what: string, id: string, param = 'id'): StripeFault {
  const status = param === 'id' ? 404 : 400;
  const body = { type: 'invalid_request_error', code: 'resource_missing', param };
  return new StripeFault(status, { ...body, message: `No such ${what}: '${id}'` }, false);
}

/** A declined card: 402, with what it was about. */
export function cardFault(body: Omit<Body, 'type'>): StripeFault {
  return new StripeFault(402, { type: 'card_error', ...body }, true, true);
}

/** For `attempt`: whatever else a call ends with leaves nothing behind. */
export function isFact(error: unknown): boolean {
  return error instanceof StripeFault && error.stays;
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
