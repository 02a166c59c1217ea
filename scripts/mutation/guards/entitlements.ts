/** Guards of what a tier may do: at the start, at delivery, and how long pictures are kept. */
import { guardsOf } from '../guard';

export const ENTITLEMENT_GUARDS = [
  ...guardsOf('src/features/generation/start-generation.ts', 'src/features/generation/entitled.test.ts', [
    [
      'tiers: what a tier lacks is refused at the start',
      '  requireEntitled(entitlements, { style, quality, variations });\n',
      '',
      'refused on',
    ],
    [
      "tiers: the place in the queue is the tier's",
      'priority: entitlements.queuePriority,',
      'priority: 0,',
      'place in the queue',
    ],
  ]),
  ...guardsOf('src/features/generation/raise-priority.ts', 'src/features/generation/entitled.test.ts', [
    [
      'tiers: what waits moves up with a better tier',
      '.set({ priority })',
      '.set({ priority: generation.priority })',
      'moves up with a better tier',
    ],
    [
      'tiers: what waits never moves down',
      '          lt(generation.priority, priority),\n',
      '',
      'moves up with a better tier',
    ],
    [
      'tiers: what is being made keeps its place',
      "          eq(generation.status, 'queued'),\n          lt",
      '          lt',
      'moves up with a better tier',
    ],
  ]),
  ...guardsOf('src/features/generation/lock-rules.ts', 'src/features/generation/entitled.test.ts', [
    [
      "tiers: premium styles are not Free's",
      'return has.allStyles || !premium;',
      'return has.allStyles || true;',
      'styles',
    ],
    [
      "tiers: a quality above the tier's is locked",
      'if (has.qualities.includes(quality)) return null;',
      'if (has.qualities.length > 0) return null;',
      'quality',
    ],
    [
      "tiers: more pictures than the tier's are locked",
      'if (variations <= has.maxVariations) return null;',
      'if (variations <= 4) return null;',
      'variations',
    ],
  ]),
  ...guardsOf('src/features/headshots/picture-files.ts', 'src/features/headshots/deliver.test.ts', [
    [
      'tiers: files of a Free team are marked',
      'visible: watermark };',
      'visible: false };',
      'every way out carries the mark',
    ],
  ]),
  ...guardsOf('src/features/headshots/download.ts', 'src/features/headshots/deliver.test.ts', [
    [
      'tiers: single downloads of a Free team are marked',
      'const bytes = await read(picture, input.format, watermark);',
      'const bytes = await read(picture, input.format, false);',
      'every way out carries the mark',
    ],
    [
      'tiers: ZIPs of a Free team are marked',
      'input: await read(picture, input.format, watermark),',
      'input: await read(picture, input.format, false),',
      'every way out carries the mark',
    ],
  ]),
  ...guardsOf('src/features/headshots/deliver.ts', 'src/features/headshots/deliver.test.ts', [
    [
      'tiers: a JPEG that would leave as stored is marked too',
      'if (stored === format && !visible) return bytes;',
      'if (stored === format) return bytes;',
      'every way out carries the mark',
    ],
  ]),
  ...guardsOf('src/features/privacy/keep-pictures.ts', 'src/features/privacy/keep-pictures.test.ts', [
    [
      'tiers: pictures are never deleted sooner than a week after the warning',
      '          and g.warned_at <= ${iso(plus(now, -NOTICE_DAYS * DAY))}::timestamptz\n',
      '          and g.warned_at is not null\n',
      'deletes nothing at once',
    ],
    [
      'tiers: pictures are never deleted before their days are over',
      '          and g.finished_at <= ${iso(plus(now, -pictureDays * DAY))}::timestamptz\n',
      '',
      'gone after 30 days',
    ],
    [
      'tiers: a better tier takes the warning back',
      '    await takeBack(db, orgIds, pictureDays, now);\n',
      '',
      'takes the warning back',
    ],
  ]),
  ...guardsOf('src/features/privacy/warn-of-deletion.ts', 'src/features/privacy/keep-pictures.test.ts', [
    [
      'tiers: people who left are told where their pictures are',
      "former ? '/account#former' : inTeam",
      'inTeam',
      'pictures of people who left',
    ],
  ]),
  ...guardsOf('src/features/privacy/keep-rules.ts', 'src/features/privacy/keep-rules.test.ts', [
    [
      'tiers: the page never promises less than a week of notice',
      'return byAge > byNotice ? byAge : byNotice;',
      'return byAge;',
      'old, warned five days ago',
    ],
  ]),
];
