/** Guards of what a member is charged for: pictures that were made, are there, and are theirs; everything else comes back. */
import { guardsOf } from '../guard';

const generation = (name: string) => `src/features/generation/${name}.ts`;
const RUN = generation('run-generation.test');
const QUEUE = generation('queue.test');
const CANCEL = generation('cancel-generation.test');

export const PICTURE_GUARDS = [
  ...guardsOf(generation('start-generation'), generation('start-generation.test'), [
    [
      'pictures: all of them are held before any is made',
      'memberId: actor.memberId, amount: price.total });',
      'memberId: actor.memberId, amount: price.each });',
      'holds the price',
    ],
  ]),
  ...guardsOf(generation('end-generation'), RUN, [
    [
      'pictures: one that failed or was unlike is not charged',
      'const charged = accepted * row.priceEach;',
      'const charged = accepted > 0 ? row.variations * row.priceEach : 0;',
      'a picture that is not alike',
    ],
    [
      'pictures: without any that counts all credits come back',
      'else await voidHold(ctx, { generationId });',
      'else await Promise.resolve(voidHold);',
      'no face, refused, broken engine',
    ],
  ]),
  ...guardsOf(generation('end-generation'), CANCEL, [
    [
      'pictures: a generation ends once',
      "        inArray(generation.status, ['queued', 'processing']),\n",
      '',
      'cancelled before a worker took it',
    ],
  ]),
  ...guardsOf(generation('make-picture'), RUN, [
    [
      'pictures: what is not alike is not accepted',
      "const alike = likenessWord(likeness) !== 'unlike';",
      'const alike = likenessWord(likeness) !== null && likeness !== null;',
      'a picture that is not alike',
    ],
    [
      'pictures: one that counts is stored',
      'await storePicture(drawn, keys);',
      'await Promise.resolve(storePicture);',
      'pictures are drawn, stored, scored and charged',
    ],
  ]),
  ...guardsOf(generation('likeness'), RUN, [
    [
      'pictures: without a face nothing is alike',
      'if (cosine === null || !(cosine >= ACCEPTED))',
      'if (cosine !== null && !(cosine >= ACCEPTED))',
      'no face, refused, broken engine',
    ],
  ]),
  ...guardsOf(generation('likeness'), generation('rules.test'), [
    ['pictures: alike begins at .40', 'const ACCEPTED = 0.4;', 'const ACCEPTED = 0.395;', '0.39'],
  ]),
  ...guardsOf(generation('call-engine'), RUN, [
    [
      'pictures: what cannot be compared is not charged',
      'cosine(picture.embedding, material.mean) : null;',
      'cosine(picture.embedding, material.mean) : 1;',
      'no face, refused, broken engine',
    ],
  ]),
  ...guardsOf(generation('rules'), RUN, [
    [
      'pictures: three calls at most, at our cost',
      'export const MAX_PICTURE_CALLS = 3;',
      'export const MAX_PICTURE_CALLS = 4;',
      'no face, refused, broken engine',
    ],
  ]),
  ...guardsOf(generation('fence'), QUEUE, [
    [
      'pictures: a worker that lost its generation writes none',
      '          eq(generation.fence, claim.fence),\n',
      '',
      'a worker that was thought dead writes nothing',
    ],
  ]),
  ...guardsOf(generation('hand-back'), QUEUE, [
    [
      'pictures: a generation that breaks its worker gives up, and its credits back',
      'if ((counts && row.attempts >= MAX_RUNS) ||',
      'if ((counts && row.attempts >= 99 * MAX_RUNS) ||',
      'fails after three',
    ],
  ]),
  ...guardsOf(generation('fence'), CANCEL, [
    [
      'pictures: none is made for who left',
      'exists (select 1 from member m where m.id = g.member_id and m.organization_id = g.organization_id)',
      'true',
      'stops by itself and is released',
    ],
    [
      'pictures: none is made without consent',
      ' and c.withdrawn_at is null',
      '',
      'stops by itself and is released',
    ],
  ]),
  ...guardsOf(generation('cancel-generation'), CANCEL, [
    [
      'pictures: only their member stops them',
      '          eq(generation.memberId, memberId),\n',
      '',
      'only the member cancels',
    ],
  ]),
];
