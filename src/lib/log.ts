/** JSON logs on standard output. Never log secrets, e-mail bodies, file bytes or anything about a face. */
import { isSpanContextValid, trace } from '@opentelemetry/api';
import pino from 'pino';
import { currentLogContext } from './log-context';
import { describeError } from './log-error';

export const log = pino({
  // Read here and not by `env()`: a configuration that cannot be read has to be logged, too.
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  mixin: () => ({ ...currentLogContext(), ...currentTrace() }),
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => describeError(error) },
  redact: {
    paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'headers'],
    censor: '[redacted]',
  },
});

/** So that a line is found from its trace, and the other way round. */
function currentTrace(): { traceId?: string } {
  const context = trace.getActiveSpan()?.spanContext();
  return context && isSpanContextValid(context) ? { traceId: context.traceId } : {};
}
