/** What of wishes is taken from outside: allow-listed values and one colour. Unknown fields and values are refused, not dropped. */

import { z } from 'zod';
import { textKey } from '@/texts/message-key';
import { VALUES } from './preference-rules';

export const wishFields = {
  backdrop: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, textKey('generation.input.colour')),
  background: z.enum(VALUES.background),
  brightness: z.enum(VALUES.brightness),
  contrast: z.enum(VALUES.contrast),
  warmth: z.enum(VALUES.warmth),
  framing: z.enum(VALUES.framing),
  expression: z.enum(VALUES.expression),
  attire: z.enum(VALUES.attire),
  attireColour: z.enum(VALUES.attireColour),
  tie: z.enum(VALUES.tie),
  glasses: z.enum(VALUES.glasses),
  hat: z.enum(VALUES.hat),
  jewellery: z.enum(VALUES.jewellery),
};

export const preferencesSchema = z.strictObject(wishFields).partial();
