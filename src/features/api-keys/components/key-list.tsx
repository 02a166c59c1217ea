import { Badge } from '@/components/ui/badge';
import { RelativeTime, Time } from '@/components/ui/time';
import type { KeyState, KeyView } from '../rules';
import { RevokeButton } from './revoke-button';

type KeyListProps = {
  keys: readonly KeyView[];
  /** What the page calls one of them: "key" or "token". */
  noun: 'key' | 'token';
  /** The team whose keys these are; without it the person's own tokens. */
  slug?: string;
};

/** Each with what it may, when it was last used, and a way to end it. */
export function KeyList({ keys, noun, slug }: KeyListProps) {
  return (
    <ul className="divide-y">
      {keys.map((key) => (
        <li key={key.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-5 py-4">
          <div className="grid min-w-0 flex-1 basis-80 gap-1.5">
            <p className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 truncate font-medium">{key.name}</span>
              <State state={key.state} />
            </p>
            <p className="text-12 text-ink-3">
              <code className="text-ink-2">{key.start}…</code> made{' '}
              <Time value={key.createdAt} style="date-year" />
              {slug && key.madeBy && ` by ${key.madeBy}`}
              {' · '}
              {key.lastUsedAt ? (
                <>
                  last used <RelativeTime value={key.lastUsedAt} />
                </>
              ) : (
                'never used'
              )}
              <Ending keyView={key} />
            </p>
            <ul className="flex flex-wrap gap-1" aria-label="Scopes">
              {key.scopes.map((scope) => (
                <li key={scope} className="flex">
                  <Badge>{scope}</Badge>
                </li>
              ))}
            </ul>
          </div>
          {key.state === 'live' && (
            <RevokeButton keyId={key.id} name={key.name} noun={noun} {...(slug ? { slug } : {})} />
          )}
        </li>
      ))}
    </ul>
  );
}

function State({ state }: { state: KeyState }) {
  if (state === 'live') return null;
  return <Badge tone={state === 'expired' ? 'warn' : 'bad'}>{state}</Badge>;
}

function Ending({ keyView: { state, expiresAt, revokedAt } }: { keyView: KeyView }) {
  if (revokedAt)
    return (
      <>
        {' · revoked '}
        <Time value={revokedAt} style="date-year" />
      </>
    );
  if (!expiresAt) return ' · never expires';
  return (
    <>
      {state === 'expired' ? ' · expired ' : ' · expires '}
      <Time value={expiresAt} style="date-year" />
    </>
  );
}
