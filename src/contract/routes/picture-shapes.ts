import { z } from 'zod';
import { ASPECTS } from '@/features/generation/input';
import { pictureEditInput } from '@/features/headshots/input';
import { instant } from '../shared';

export const picture = z
  .object({
    id: z.string(),
    number: z.int(),
    status: z.enum([
      'pending',
      'drawing',
      'scoring',
      'accepted',
      'unlike',
      'refused',
      'failed',
      'cancelled',
      'returned',
    ]),
    likeness: z
      .object({
        score: z.number().describe('0–100'),
        word: z.enum(['excellent', 'good', 'weak', 'unlike']),
        measured: z.object({ selfies: z.int(), low: z.number(), high: z.number() }).nullable(),
        nearCopy: z.boolean(),
      })
      .nullable(),
    favourite: z.boolean(),
    engine: z.string().nullable(),
    verdict: z.enum(['like_me', 'not_me']).nullable(),
    edited: z.object({ version: z.int(), transparent: z.boolean(), aspect: z.enum(ASPECTS) }).nullable(),
    shortOf: z
      .enum(['closer', 'wider'])
      .nullable()
      .describe('The framing that was wished for, when the photo gave less of it or none'),
    width: z.int().nullable(),
    height: z.int().nullable(),
    url: z.string().nullable(),
    thumbnailUrl: z.string().nullable(),
  })
  .meta({ id: 'Picture' });

export const version = z
  .object({
    id: z.string(),
    number: z.int(),
    current: z.boolean(),
    edit: pictureEditInput,
    transparent: z.boolean(),
    width: z.int(),
    height: z.int(),
    box: z
      .object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
      .describe('The frame, px of the picture as it was made'),
    url: z.string(),
    thumbnailUrl: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'PictureVersion', description: 'A saved edit' });
