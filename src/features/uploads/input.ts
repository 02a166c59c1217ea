import { z } from 'zod';

/** What a client says about a file it sends. The content decides everything else. */
export const addPhotoInput = z.object({
  /** The same key, the same photo: a repeated upload never makes a double. */
  clientKey: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'A client key has at most 100 letters, digits, dots, hyphens or underscores.'),
  name: z.string().transform(cleanName),
});

export const photoVariants = z.enum(['thumbnail', 'working']);
export type PhotoVariant = z.infer<typeof photoVariants>;

/** Only for showing: the last part of a path, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.replace(/\p{C}/gu, '').trim().slice(0, 120);
  return visible || 'Photo';
}
