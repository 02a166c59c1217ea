/** Body of `POST …/headshots/chat`. Nothing of earlier messages is sent: the wishes are the memory. */

import { z } from 'zod';
import { textKey } from '@/texts/message-key';
import { preferencesSchema } from '../preferences/input';
import { LONGEST_MESSAGE } from './chat-types';

export const chatInput = z.strictObject({
  message: z
    .string()
    .trim()
    .min(1, textKey('generation.input.message'))
    .max(LONGEST_MESSAGE, textKey('generation.input.messageLong')),
  preferences: preferencesSchema,
  /** Those before the last message, for "undo". */
  before: preferencesSchema.nullable().default(null),
  /** Whose engine decides what is possible, unless the studio is asked for. */
  style: z.string().min(1).max(100),
  engine: z.literal('studio').optional(),
});

export type ChatInput = z.input<typeof chatInput>;
