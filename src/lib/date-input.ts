import { z } from 'zod';
import { textKey } from '@/texts/message-key';

const OUR_TIME = { message: textKey('errors.day') };

/** A day in UTC; the database has no year 0, and the day after the last one has no four digits. */
export const dayInput = z.iso.date().refine((day) => isOurTime(new Date(day)), OUR_TIME);

/** An instant, wherever its clock stands. */
export const instantInput = z.iso
  .datetime({ offset: true })
  .refine((instant) => isOurTime(new Date(instant)), OUR_TIME);

function isOurTime(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9998;
}
