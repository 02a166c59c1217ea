/** Guards between a vendor's bad day and a member's credits. */
import { guardsOf } from '../guard';

const generation = (name: string) => `src/features/generation/${name}.ts`;
const REPLICATE = generation('engines/replicate.contract.test');
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
      'if (opened.width < size.width * 0.995 || opened.height < size.height * 0.995)',
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
  ...guardsOf('src/adapters/replicate/webhook-signature.ts', REPLICATE, [
    [
      'replicate: a webhook is signed',
      "return signature.split(' ').some((one) => safeEqual(one, expected));",
      'return expected.length > 0;',
      'a forged webhook with another body',
    ],
    [
      'replicate: a webhook is fresh',
      'if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW) return false;',
      '',
      'a recorded webhook is refused',
    ],
  ]),
  ...guardsOf('src/adapters/replicate/fetch-output.ts', REPLICATE, [
    [
      'replicate: outputs come from its delivery',
      'if (!url || url.username || url.password || !(named || own))',
      'if (!url)',
      'an output on this machine',
    ],
  ]),
  ...guardsOf(generation('engines/replicate'), REPLICATE, [
    [
      'replicate: what nobody waits for is cancelled',
      '    await giveUp(created.id);\n',
      '',
      'one that never ends is cancelled there',
    ],
    [
      'replicate: selfies do not stay there',
      'await forgetFiles(request, files);',
      '',
      'a picture: what is asked, what is kept, and no file stays there',
    ],
  ]),
  ...guardsOf(generation('engine-calls'), generation('chain.test'), [
    [
      'engines: places are counted over all workers',
      'row && row.taken < places',
      'row && row.taken < 1000',
      'all places taken',
    ],
  ]),
  ...guardsOf(generation('circuit'), generation('chain.test'), [
    [
      'engines: one probe',
      'and(eq(engineCircuit.engine, engine), eq(engineCircuit.openUntil, openUntil))',
      'eq(engineCircuit.engine, engine)',
      'one probe',
    ],
  ]),
];
