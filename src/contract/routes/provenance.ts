import { z } from 'zod';
import { verifyInput } from '@/features/privacy/provenance/verify-input';
import { json, route } from '../define';

export const verifyPicture = route({
  name: 'verifyPicture',
  method: 'POST',
  path: '/api/verify',
  group: 'Provenance',
  summary: 'Whether headcraft made a picture',
  details:
    'Takes hashes, never the picture. The answer says when and with which kind of engine, and nothing about whom it shows. Deleted pictures are not known any more.',
  who: 'everyone',
  body: verifyInput,
  limit: 'verify',
  answers: {
    200: json(
      'What is known',
      z.discriminatedUnion('made', [
        z.object({ made: z.literal(false) }),
        z.object({
          made: z.literal(true),
          match: z.enum(['file', 'copy']).describe('These very bytes, or a copy in another size or format'),
          madeOn: z.iso.date(),
          kind: z
            .enum(['finished', 'drawn'])
            .describe('A real photo that was finished, or drawn anew by an AI engine'),
        }),
      ]),
    ),
  },
});
