import { z } from 'zod';
import { textKey } from '@/texts/message-key';

/** What a client says about a file it sends. The content decides everything else. */
export const addPhotoInput = z.object({
  /** The same key, the same photo: a repeated upload never makes a double. */
  clientKey: z.string().regex(/^[\w.-]{1,100}$/, textKey('uploads.input.clientKey')),
  name: z.string().transform(cleanName),
});

/** What a member changes of a set as a whole. */
export const photoSetChange = z
  .strictObject({
    name: z
      .string()
      .max(200)
      .transform((name) => visibleText(name).slice(0, 60) || null)
      .optional(),
    /** True: it takes the photos from now on; false: it is put aside. */
    current: z.boolean().optional(),
  })
  .refine(
    ({ name, current }) => name !== undefined || current !== undefined,
    textKey('uploads.input.change'),
  );

/** What a client says of a file before it sends it past us. Size and type bind the permission; the content decides later. */
export const grantUploadInput = addPhotoInput.extend({
  size: z.int().positive(),
  contentType: z.string().max(100),
});

export const photoVariants = z.enum(['thumbnail', 'working']);
export type PhotoVariant = z.infer<typeof photoVariants>;

/** Only for showing: the last part of a path, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return visibleText(last).slice(0, 120) || 'Photo';
}

function visibleText(text: string): string {
  return text.replace(/\p{C}/gu, '').trim();
}
