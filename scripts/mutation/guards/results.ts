/** Guards of "not me": what comes back, for whom, how often, and that the picture goes with it. */
import { guardsOf } from '../guard';

const SAY = 'src/features/headshots/say-not-me.ts';
const SAY_TEST = 'src/features/headshots/say-not-me.test.ts';

export const RESULT_GUARDS = [
  ...guardsOf('src/features/headshots/verdict-rules.ts', 'src/features/headshots/verdict-rules.test.ts', [
    [
      'not me: seven days',
      "> RETURN_DAYS * DAY) return 'late';",
      "> 99 * RETURN_DAYS * DAY) return 'late';",
      'for seven days',
    ],
    [
      'not me: the share',
      "return returned < returnsAllowed(headshots) ? 'refund' : 'limit';",
      "return 'refund';",
      'up to the share',
    ],
    ['not me: the share is 30 %', 'const SHARE = 0.3;', 'const SHARE = 0.4;', '30 % of the headshots'],
    ['not me: one comes back always', 'Math.max(1, ', 'Math.max(0, ', '30 % of the headshots'],
    [
      'not me: the first generation comes back whole',
      "if (isFirst) return 'refund';",
      '',
      'all of the first generation',
    ],
    [
      'not me: many in a day are flagged',
      'returnedToday >= FAST_RETURNS',
      'returnedToday > 99',
      'staff look at',
    ],
  ]),
  ...guardsOf(SAY, SAY_TEST, [
    [
      'not me: one decision a person at a time',
      'await lockReturns(ctx, userId);',
      '',
      'all of the first generation',
    ],
    ['not me: said twice comes back once', 'if (before !== null)', 'if (false)', 'said twice'],
    [
      'not me: what came back is told to its member only',
      'eq(pictureVerdict.memberId, memberId),',
      '',
      'nobody says it',
    ],
    ['not me: one’s own generation', '\n        eq(generation.memberId, memberId),', '', 'nobody says it'],
    ['not me: in this team', '\n        eq(generation.organizationId, ctx.orgId),', '', 'nobody says it'],
    [
      'not me: what is deleted does not come back',
      '\n        isNull(picture.deletedAt),',
      '',
      'what is deleted',
    ],
    [
      'not me: only an accepted picture of a generation that has ended',
      'if (!isOver(made.status) || !made.finishedAt)',
      'if (false)',
      'not while the others',
    ],
    [
      'not me: the picture goes',
      "await requestDeletion(ctx, { kind: 'picture', targetId: id }, () => now);",
      '',
      'the picture goes everywhere',
    ],
    [
      'not me: its own price, not all of it',
      'amount: priceEach,',
      'amount: priceEach * 2,',
      'the picture goes everywhere',
    ],
    [
      'not me: refused, it takes nothing',
      "if (decision === 'refund') await giveBack",
      'if (decision) await giveBack',
      'after seven days',
    ],
    [
      'not me: the generation says what came back',
      'refunded: sql`${generation.refunded} + ${priceEach}`',
      'refunded: sql`0`',
      'the picture goes everywhere',
    ],
  ]),
  ...guardsOf('src/features/headshots/verdict-queries.ts', SAY_TEST, [
    [
      'not me: the person, not the membership',
      'user_id = ${userId} and charged > 0\n        order by',
      'member_id = (select member_id from generation where user_id = ${userId} order by created_at desc limit 1) and charged > 0\n        order by',
      'who leaves and comes back',
    ],
    [
      'not me: returns of the first generation do not count',
      'and not of_first and',
      'and',
      'all of the first generation',
    ],
  ]),
  ...guardsOf(
    'src/features/headshots/picture-files.ts',
    'src/app/api/teams/[teamId]/headshots/headshots.test.ts',
    [
      [
        'results: a ZIP of chosen pictures is one’s own',
        '\n        eq(generation.memberId, memberId),',
        '',
        'chosen pictures of several generations',
      ],
      [
        'results: a ZIP is all of the chosen pictures or none',
        'if (found.length < expected || found.length === 0)',
        'if (found.length === 0)',
        'chosen pictures of several generations',
      ],
    ],
  ),
];
