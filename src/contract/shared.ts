/** Shapes that several routes answer. `meta({ id })` makes a named schema of the OpenAPI document. */
import { z } from 'zod';
import { ROLES } from '@/lib/permissions';

/** ISO 8601, UTC. */
export const instant = z.iso.datetime();
export const credits = z.int();
export const cents = z.int().describe('Integer cents');
export const role = z.enum(ROLES);
export const nextCursor = z
  .string()
  .nullable()
  .describe('Pass it as `cursor` for the next page; null on the last one');
export const tier = z.enum(['free', 'plus', 'pro']);

export const deletion = z
  .object({
    id: z.string(),
    kind: z.enum(['picture', 'generation', 'photo_set', 'photo', 'backdrop']),
    targetId: z.string(),
    status: z.enum(['requested', 'purging', 'done']),
    requestedAt: instant,
    purgingAt: instant.nullable(),
    doneAt: instant.nullable(),
    counts: z.object({ objects: z.int(), files: z.int() }),
    objects: z.array(
      z.object({
        kind: z.enum(['picture', 'photo', 'backdrop']),
        id: z.string(),
        files: z.array(z.object({ variant: z.string(), sha256: z.string(), bytes: z.int() })),
      }),
    ),
  })
  .meta({ id: 'Deletion', description: 'A request to delete and, once it is done, its receipt' });
