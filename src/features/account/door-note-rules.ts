/**
 * What was wrong with a sign-in, from the answer to the form to the page that shows it next: in a cookie, so that neither it nor the
 * address that was typed stands in an address bar.
 */
import { z } from 'zod';
import type { FormState } from '@/lib/form-state';

export const DOOR_NOTE_COOKIE = 'headcraft_door_note';

/** As long as a redirect may take on a slow line, in seconds. */
export const DOOR_NOTE_SECONDS = 60;

/** Longer than any address that mail can reach (RFC 5321 allows 254), and short enough for a cookie. */
const LONGEST_ADDRESS = 300;

const note = z.object({
  message: z.string().max(500).optional(),
  fields: z.record(z.string(), z.string().max(500)).optional(),
  values: z.object({ email: z.string().max(LONGEST_ADDRESS).optional() }).optional(),
});

export type DoorNote = z.infer<typeof note>;

/** The cookie's value. Only the address is filled in again, as far as a cookie can carry it. */
export function writeDoorNote({ message, fields, values }: FormState): string {
  return JSON.stringify({ message, fields, values: { email: values?.email?.slice(0, LONGEST_ADDRESS) } });
}

/** Null for no note and for anything that is none: the page then shows an empty form. */
export function readDoorNote(value: string | undefined): DoorNote | null {
  if (value === undefined) return null;
  try {
    return note.parse(JSON.parse(value));
  } catch {
    return null;
  }
}
