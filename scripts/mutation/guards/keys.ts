/** Guards of API keys: that they end, and stay within their scopes and their team. */
import { guardsOf } from '../guard';

const TEST = 'src/features/api-keys/keys.test.ts';
const WITHIN = 'within its scopes and its team';

export const KEY_GUARDS = [
  ...guardsOf('src/features/api-keys/rules.ts', TEST, [
    ['keys: a revoked one is dead', "if (key.revokedAt) return 'revoked';", '', 'acts as its member'],
    ['keys: each ends with its day', 'key.expiresAt <= now', 'false', 'ends with its day'],
  ]),
  ...guardsOf('src/auth/credentials.ts', TEST, [
    [
      'keys: only with the scope',
      'if (!key.scopes.includes(contract.scope)) throw missingScope(contract.scope);',
      '',
      WITHIN,
    ],
    [
      'keys: only in its own team',
      'if (!row || (row.id !== idOrSlug && row.slug !== idOrSlug))',
      'if (!row)',
      WITHIN,
    ],
    ['keys: counted', "await consumeLimit(db, 'key', key.id);", '', 'counted by key'],
  ]),
  ...guardsOf('src/lib/actor.ts', TEST, [
    [
      'keys: a verb asks for the scope, too',
      'if (!scopes.includes(scope)) throw missingScope(scope);',
      '',
      WITHIN,
    ],
    ['keys: no verb of a person', 'if (!scope) throw', 'if (false) throw', WITHIN],
    [
      'keys: invite members only',
      "role: 'member' };\n  return",
      "role: 'owner' };\n  return",
      'is its own in audit',
    ],
  ]),
];
