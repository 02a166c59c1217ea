/** Cursors of lists from new to old: the place of the last row seen. Opaque to callers. */
import { say } from '@/texts/current-texts';
import { AppError } from './errors';

export function toCursor({ createdAt, id }: { createdAt: Date; id: string }): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');
}

/** `at` is ISO 8601, ready for SQL. Throws `malformed` for what `toCursor` did not make. */
export function fromCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const known = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!known || !/^\w+$/.test(id) || rest.length > 0) throw new AppError('malformed', say('errors.cursor'));
  return { at, id };
}
