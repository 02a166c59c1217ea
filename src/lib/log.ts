/** JSON logs on standard output. Never log secrets, e-mail bodies, file bytes or anything about a face. */
import pino from 'pino';
import { describeError } from './log-error';

export const log = pino({
  // Read here and not by `env()`: a configuration that cannot be read has to be logged, too.
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => describeError(error) },
  redact: {
    paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'headers'],
    censor: '[redacted]',
  },
});
