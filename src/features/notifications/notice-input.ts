import { z } from 'zod';

export const listNoticesInput = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** Without `ids` all are meant. */
export const readNoticesInput = z.strictObject({
  read: z.literal(true),
  ids: z.array(z.string().max(100)).min(1).max(100).optional(),
});

export type ListNoticesInput = z.output<typeof listNoticesInput>;
export type ReadNoticesInput = Omit<z.output<typeof readNoticesInput>, 'read'>;
