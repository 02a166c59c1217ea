import { z } from 'zod';
import { textKey } from '@/texts/message-key';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/, textKey('privacy.input.hex64'));

/** What a browser or a program works out from a picture; the picture itself is never sent. */
export const verifyInput = z
  .object({
    sha256: hex64.optional().describe('SHA-256 of the file'),
    fingerprint: hex64
      .optional()
      .describe('Difference hash of the pixels, 256 bits: finds copies in another size or format'),
  })
  .refine(({ sha256, fingerprint }) => sha256 || fingerprint, textKey('privacy.input.noPrint'));

export type VerifyInput = z.infer<typeof verifyInput>;
