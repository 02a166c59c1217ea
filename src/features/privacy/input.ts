import { z } from 'zod';
import { textKey } from '@/texts/message-key';

export const acceptConsentInput = z.object({
  /** Both as they were shown: nobody accepts a text they did not see. */
  policyVersion: z.string().min(1).max(200),
  textHash: z.string().length(64),
  adult: z.literal(true, { error: textKey('privacy.input.adult') }),
  ownPhotos: z.literal(true, { error: textKey('privacy.input.ownPhotos') }),
});
export type AcceptConsentInput = z.input<typeof acceptConsentInput>;

const DELETION_KINDS = ['picture', 'generation', 'photo_set', 'photo', 'backdrop'] as const;
export type DeletionKind = (typeof DELETION_KINDS)[number];

export const listDeletionsInput = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListDeletionsInput = z.input<typeof listDeletionsInput>;
