import { z } from 'zod';
import { KIND_NAMES } from './kind-types';

/** The kinds that the form shows, separated by spaces. */
export const preferenceInput = z.object({
  kinds: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.array(z.enum(KIND_NAMES)).min(1)),
});

export const unsubscribeInput = z.object({ token: z.string().min(1).max(300) });
