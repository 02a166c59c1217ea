/** What comes in from outside. Unknown fields are refused: a client that sends a price must learn that it has no say. */
import { z } from 'zod';
import { MAX_VARIATIONS, QUALITIES } from '@/features/billing/price-list';
import { instantInput } from '@/lib/date-input';
import { textKey } from '@/texts/message-key';
import { preferencesSchema } from './preferences/input';

export const ASPECTS = ['1:1', '3:4', '4:5'] as const;
export type Aspect = (typeof ASPECTS)[number];

const id = z.string().min(1).max(100);

/** What is asked for and what decides the price. */
const requestInput = z.strictObject({
  style: id,
  aspect: z.enum(ASPECTS, { error: textKey('generation.input.aspect') }),
  quality: z.enum(QUALITIES, { error: textKey('generation.input.quality') }).default('standard'),
  variations: z
    .number({ error: textKey('generation.input.variations') })
    .int(textKey('generation.input.variations'))
    .min(1, textKey('generation.input.variations'))
    .max(MAX_VARIATIONS, textKey('generation.input.variations')),
});

/** Body of `POST …/headshots/generate`; the idempotency key travels in its header. */
export const generateBody = requestInput.extend({
  photoSetId: id,
  preferences: preferencesSchema.optional(),
  /** A finish of a selfie by the studio, where the style's engine draws anew. */
  engine: z.literal('studio').optional(),
  /** Of the style whose price was shown; without it the price of the moment is held. */
  styleVersion: z.int().min(1).optional(),
});

export const startGenerationInput = generateBody.extend({
  idempotencyKey: z.string().trim().min(1).max(200),
});

/** Body of `POST /api/headshots/estimate`. */
export const estimateInput = requestInput;

/** Query of `GET …/headshots`. */
export const listGenerationsInput = z.object({
  status: z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled']).optional(),
  style: id.optional(),
  favourite: z
    .enum(['true', 'false'])
    .optional()
    .transform((value) => value === 'true'),
  /** From this instant on, and before that one. */
  from: instantInput.optional(),
  to: instantInput.optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});

export type ListGenerationsInput = z.output<typeof listGenerationsInput>;
export type StartGenerationInput = z.input<typeof startGenerationInput>;
export type EstimateInput = z.input<typeof estimateInput>;
