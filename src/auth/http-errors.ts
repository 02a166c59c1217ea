/** The one place where errors become HTTP. Unknown errors are logged and told as `internal`, never shown. */
import { ZodError } from 'zod';
import { AppError, type FieldErrors } from '@/lib/errors';
import { log } from '@/lib/log';
import { say, sayMessage } from '@/texts/current-texts';

export function errorResponse(error: unknown): Response {
  const known = toAppError(error);
  if (known.code === 'internal') log.error({ err: error }, 'request failed');
  const headers = new Headers();
  const retryAfter = known.details?.retryAfterSeconds;
  if (known.code === 'rate_limited' && typeof retryAfter === 'number')
    headers.set('Retry-After', String(retryAfter));
  headers.set('Cache-Control', 'no-store');
  return Response.json(
    {
      error: {
        code: known.code,
        message: known.message,
        ...(known.details ? { details: known.details } : {}),
      },
    },
    { status: known.status, headers },
  );
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError)
    return new AppError('invalid', say('errors.checkFields'), { fields: fieldErrors(error) });
  return new AppError('internal', say('errors.internal'));
}

function fieldErrors(error: ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) fields[issue.path.join('.') || '_'] ??= sayMessage(issue.message);
  return fields;
}
