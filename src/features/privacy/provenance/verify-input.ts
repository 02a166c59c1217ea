import { z } from 'zod';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/, 'Must be 64 hex digits.');

/** What a browser or a program works out from a picture; the picture itself is never sent. */
export const verifyInput = z
  .object({
    sha256: hex64.optional().describe('SHA-256 of the file'),
    fingerprint: hex64
      .optional()
      .describe('Difference hash of the pixels, 256 bits: finds copies in another size or format'),
  })
  .refine(({ sha256, fingerprint }) => sha256 || fingerprint, 'Send a SHA-256, a fingerprint, or both.');

export type VerifyInput = z.infer<typeof verifyInput>;
