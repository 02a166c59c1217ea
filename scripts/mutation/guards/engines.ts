/** Guards between a vendor's bad day and a member's credits. */
import { guardsOf } from '../guard';

const generation = (name: string) => `src/features/generation/${name}.ts`;
const OPENAI = generation('engines/openai.contract.test');

export const ENGINE_GUARDS = [
  ...guardsOf(generation('make-picture'), OPENAI, [
    [
      'engines: the same picture is not charged twice',
      'if (shop.accepted.has(sha256Hex(result.picture.jpeg)))',
      'if (false as boolean)',
      'the same picture twice',
    ],
  ]),
  ...guardsOf(generation('engines/finish-answer'), OPENAI, [
    ['engines: two people are no headshot', 'if (faces > 1)', 'if (faces > 9)', 'two people'],
  ]),
  ...guardsOf('src/vision/photo/finish.ts', OPENAI, [
    [
      'engines: no fewer pixels than were paid for',
      'if (decoded.width < size.width * 0.995 || decoded.height < size.height * 0.995)',
      'if (false as boolean)',
      'fewer pixels than promised',
    ],
  ]),
  ...guardsOf('src/adapters/openai/client.ts', OPENAI, [
    ['engines: no call that nobody counts', 'maxRetries: 0,', 'maxRetries: 2,', '500 three times'],
  ]),
  ...guardsOf(generation('hand-back'), OPENAI, [
    [
      'engines: a call that made nothing is forgiven',
      'if (forgive) await forgiveCalls',
      'if (counts) await forgiveCalls',
      '429 with Retry-After',
    ],
  ]),
];
