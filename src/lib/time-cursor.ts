/** Cursors of lists from new to old: the place of the last row seen. Opaque to callers. */
import { say } from '@/texts/current-texts';
import { AppError } from './errors';

export function toCursor({ createdAt, id }: { createdAt: Date; id: string }): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');
}

/** The cursor in a page's address; one that `toCursor` did not make is none, so that a mangled link still shows the list. */
export function readCursor(value: unknown): string | undefined {
  return typeof value === 'string' && placeOf(value) ? value : undefined;
}

/** `at` is ISO 8601, ready for SQL. Throws `malformed` for what `toCursor` did not make. */
export function fromCursor(cursor: string): { at: string; id: string } {
  const place = placeOf(cursor);
  if (!place) throw new AppError('malformed', say('errors.cursor'));
  return place;
}

function placeOf(cursor: string): { at: string; id: string } | null {
  const [at = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const known = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  return known && /^\w+$/.test(id) && rest.length === 0 ? { at, id } : null;
}
