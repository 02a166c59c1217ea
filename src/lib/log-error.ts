/**
 * What a log line says about an error. Database errors carry the values of the failed statement (addresses, mails with their
 * links), and mail servers repeat whom they refused: values are cut off, addresses blotted out, other fields left out.
 */
export type LoggedError = {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  /** What the person was told as the reference. */
  digest?: string;
  /** Where it was thrown, without the message. */
  stack?: string;
  cause?: LoggedError;
  errors?: LoggedError[];
};

const DEEPEST = 5;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: errorMessage(error) };
  const { code, constraint, digest } = error as { code?: unknown; constraint?: unknown; digest?: unknown };
  const inner = depth < DEEPEST;
  const frames = framesOf(error);
  return {
    type: error.name,
    message: errorMessage(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof digest === 'string' ? { digest } : {}),
    ...(frames ? { stack: frames } : {}),
    ...(inner && error.cause !== undefined ? { cause: describeError(error.cause, depth + 1) } : {}),
    ...(inner && error instanceof AggregateError
      ? { errors: error.errors.slice(0, DEEPEST).map((one) => describeError(one, depth + 1)) }
      : {}),
  };
}

/** The message without values and addresses, for logs and for columns that say why something failed. */
export function errorMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // drizzle: "Failed query: … \nparams: …".
  const [statement = ''] = text.split('\nparams:');
  return statement.replace(ADDRESS, '[e-mail]');
}

/** A stack begins with the message, which may have lines of its own. */
function framesOf({ stack, message }: Error): string | undefined {
  const at = message === '' ? -1 : (stack?.indexOf(message) ?? -1);
  const frames = at < 0 ? stack : stack?.slice(at + message.length);
  return frames
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
