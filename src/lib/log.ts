/** JSON logs on standard output. Never log secrets, e-mail bodies, file bytes or anything about a face. */
import pino from 'pino';

export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'headers'],
    censor: '[redacted]',
  },
});
