import { useTexts } from '#use-texts';
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
  const { t } = useTexts();
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
              <Making keyView={key} withMaker={slug !== undefined} />
              {' · '}
              <LastUse at={key.lastUsedAt} />
              {' · '}
              <Ending keyView={key} />
            </p>
            <ul className="flex flex-wrap gap-1" aria-label={t('members.keys.scopes')}>
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
  const { t } = useTexts();
  if (state === 'live') return null;
  return <Badge tone={state === 'expired' ? 'warn' : 'bad'}>{t(`members.keys.state.${state}`)}</Badge>;
}

function Making({
  keyView: { start, createdAt, madeBy },
  withMaker,
}: {
  keyView: KeyView;
  withMaker: boolean;
}) {
  const { rich } = useTexts();
  const parts = {
    start: () => <code className="text-ink-2">{start}…</code>,
    date: () => <Time value={createdAt} style="date-year" />,
  };
  return withMaker && madeBy
    ? rich('members.keys.madeBy', { ...parts, name: madeBy })
    : rich('members.keys.made', parts);
}

function LastUse({ at }: { at: string | null }) {
  const { t, rich } = useTexts();
  if (!at) return t('members.keys.neverUsed');
  return rich('members.keys.lastUsed', { date: () => <RelativeTime value={at} /> });
}

function Ending({ keyView: { state, expiresAt, revokedAt } }: { keyView: KeyView }) {
  const { t, rich } = useTexts();
  const on = (moment: string) => ({ date: () => <Time value={moment} style="date-year" /> });
  if (revokedAt) return rich('members.keys.revoked', on(revokedAt));
  if (!expiresAt) return t('members.keys.neverExpires');
  return rich(state === 'expired' ? 'members.keys.expired' : 'members.keys.expires', on(expiresAt));
}
