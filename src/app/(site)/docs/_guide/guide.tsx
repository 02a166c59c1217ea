import { Facts, Points } from '@/app/(site)/_legal/pieces';
import type { LIMITS, LimitName } from '@/auth/rate-limit';
import { ERROR_WORDS } from '@/contract/refusals';
import type { ERROR_STATUS, ErrorCode } from '@/lib/errors';
import { ORGANIZATION_SCOPES, SCOPES, type Scope } from '@/lib/scopes';
import { Code, Prose } from '../_reference/prose';
import { EXAMPLE } from './example';
import { OLD_NAMES } from './old-names';

const KEY_SCOPES: Partial<Record<Scope, string>> = ORGANIZATION_SCOPES;

export function Keys({ origin }: { origin: string }) {
  return (
    <>
      <p>The pages of headcraft use a session’s cookie. Scripts send a key:</p>
      <Code
        label="A request with a key"
        text={`curl ${origin}/api/teams/acme/members \\\n  -H 'Authorization: Bearer hc_live_…'`}
      />
      <Points
        points={[
          <>
            A <strong>key of a team</strong> (<code>hc_live_…</code>) is made by its owners and admins under
            “API keys”. It is nobody: it sees no selfies and no pictures, makes none, and buys nothing.
          </>,
          <>
            A <strong>personal token</strong> (<code>hc_me_…</code>) is made by each person under “Personal
            tokens” on their account. It acts as its person, in the teams and with the roles they have at that
            moment.
          </>,
          'Both are limited to scopes, can end by themselves, and stop at once when they are revoked. A secret is shown once; we keep a hash of it.',
          'What a key did stands in the team’s audit log and statement under its own name.',
          'Making and revoking keys, consenting and withdrawing consent take a person who is signed in.',
        ]}
      />
      <Facts
        facts={Object.entries(SCOPES).map(([scope, says]) => ({
          name: <code className="text-14">{scope}</code>,
          text: (
            <>
              {says}
              {KEY_SCOPES[scope as Scope] && (
                <span className="block text-14 text-ink-3">Keys of a team, too</span>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}

export function Errors({ statuses }: { statuses: typeof ERROR_STATUS }) {
  const codes = Object.entries(statuses) as [ErrorCode, number][];
  return (
    <>
      <p>
        Every refusal has one shape. <code>code</code> is for programs and stays, <code>message</code> is for
        people.
      </p>
      <Code
        label="An error"
        text={`{
  "error": {
    "code": "insufficient_credits",
    "message": "The pool has 3 credits.",
    "details": { "available": 3 }
  }
}`}
      />
      <Facts
        facts={codes.map(([code, status]) => ({
          name: (
            <code id={`error-${code}`} className="text-14">
              {status} {code}
            </code>
          ),
          text: <Prose text={ERROR_WORDS[code]} />,
        }))}
      />
    </>
  );
}

export function Paging() {
  return (
    <>
      <p>
        Lists answer a page and <code>nextCursor</code>. Send it back as <code>cursor</code> for the next
        page; null says that this was the last. <code>limit</code> is how many you want at most. A cursor
        names a place, not a number: what is added meanwhile neither shifts nor repeats a row.
      </p>
      <Code
        label="Two pages"
        text={`GET /api/teams/acme/members?limit=50\nGET /api/teams/acme/members?limit=50&cursor=…`}
      />
    </>
  );
}

export function Idempotency() {
  return (
    <>
      <p>
        A request that spends or grants takes the header <code>Idempotency-Key</code>: any text of up to 200
        characters that names what you intend. Sent again, after a time-out or by a second worker, it counts
        once and answers as the first time. The same key with another body is refused with{' '}
        <code>409 idempotency_mismatch</code>.
      </p>
      <p>
        Keys belong to your team and are kept for good. Without the header each request stands for itself.
      </p>
    </>
  );
}

const WORDS: [LimitName, string][] = [
  ['key', 'Requests of any kind with one key'],
  ['write', 'Changes'],
  ['generate', 'Started generations'],
  ['upload', 'Uploaded selfies'],
  ['download', 'Downloads'],
  ['checkout', 'Orders and changes of the plan'],
  ['invite', 'Requests that invite'],
];

export function Limits({ limits }: { limits: typeof LIMITS }) {
  return (
    <>
      <p>
        Counted by key, or by person where a person asks. Above them the answer is{' '}
        <code>429 rate_limited</code> with <code>Retry-After</code> in seconds.
      </p>
      <Facts
        facts={WORDS.map(([name, text]) => ({
          name: `${limits[name].points} in ${limits[name].duration} s`,
          text,
        }))}
      />
    </>
  );
}

export function OldNames() {
  return (
    <Facts
      facts={OLD_NAMES.map(({ name, text }) => ({
        name: <code className="text-14">{name}</code>,
        text: <Prose text={text} />,
      }))}
    />
  );
}

export function Example() {
  return (
    <>
      <p>
        With a key that may <code>members:read</code>, <code>credits:read</code> and{' '}
        <code>credits:write</code>, in Node 20 or newer and without any library. It lists a team, gives a
        first credit to whoever has none, and reads the pool’s statement to its end.
      </p>
      <Code label="The example in TypeScript" text={EXAMPLE} />
    </>
  );
}
