import { z } from 'zod';
import { say } from '@/texts/current-texts';
import { AppError } from './errors';

/** Cursors that are the number of a line, and those that are the id of a row. */
export const LINE_CURSOR = /^\d{1,15}$/;
export const ID_CURSOR = /^[a-z]{3}_\w+$/;

/** Throws `malformed` for a cursor of another shape, as lists with other cursors do: it is not ours. */
export function cursorInput(shape: RegExp) {
  return z
    .string()
    .max(200)
    .refine((cursor) => {
      if (!shape.test(cursor)) throw new AppError('malformed', say('errors.cursor'));
      return true;
    })
    .optional();
}
