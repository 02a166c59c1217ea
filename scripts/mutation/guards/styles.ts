/** Guards of what a style costs and of what a generation was started with. */
import { guardsOf } from '../guard';

const TEST = 'src/features/generation/catalogue/edit-style.test.ts';

export const STYLE_GUARDS = [
  ...guardsOf('src/features/generation/start-generation.ts', TEST, [
    [
      'styles: the surcharge is held',
      'surcharge: style.surcharge',
      'surcharge: 0',
      'what waits is drawn and charged',
    ],
  ]),
  ...guardsOf('src/features/generation/require-shown-price.ts', TEST, [
    [
      'styles: no price but the one that was shown',
      'if (row.surcharge === style.surcharge) return;',
      'if (row) return;',
      'a price that changed after it was shown',
    ],
  ]),
  ...guardsOf('src/features/generation/run-generation.ts', TEST, [
    [
      'styles: drawn by the version it was started with',
      'getLook(db, claim.styleId, claim.styleVersion)',
      'getLook(db, claim.styleId, claim.styleVersion + 2)',
      'what waits is drawn and charged',
    ],
  ]),
  ...guardsOf('src/features/generation/catalogue/write-style.ts', TEST, [
    [
      'styles: only staff write them',
      'const { reason } = requireStaff(ctx.actor);',
      "const reason = 'reason' in ctx.actor ? ctx.actor.reason : '';",
      'nobody but staff',
    ],
    ['styles: edits wait for each other', ".for('update')", '', 'one core style always stays'],
  ]),
  ...guardsOf('src/auth/staff.ts', TEST, [
    ['styles: staff are named', '!person || !staffEmails.includes(address)', '!person', 'nobody but staff'],
    [
      'styles: staff have proved their address',
      'eq(user.emailVerified, true)',
      'sql`true`',
      'nobody but staff',
    ],
  ]),
];
