import { useTexts } from '#use-texts';
import { Badge } from '@/components/ui/badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { RelativeTime, Time } from '@/components/ui/time';
import { endOtherSessionsAction, endSessionAction } from '../actions';
import { deviceName } from '../rules';

type SessionListProps = {
  sessions: readonly {
    id: string;
    userAgent: string | null;
    address: string | null;
    createdAt: string;
    seenAt: string;
    current: boolean;
  }[];
};

/** Devices that are signed in. Signing one out works at once: sessions are read from the database on every request. */
export function SessionList({ sessions }: SessionListProps) {
  const texts = useTexts();
  const { t, rich } = texts;
  return (
    <>
      <ul className="divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-14 items-center gap-4 px-5 py-2">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {deviceName(session.userAgent, texts)}
                {session.current && <Badge tone="good">{t('account.sessions.this')}</Badge>}
              </span>
              <span className="text-12 text-ink-3">
                {rich(session.address ? 'account.sessions.lineFrom' : 'account.sessions.line', {
                  address: session.address ?? '',
                  since: () => <Time key="since" value={session.createdAt} style="date-time" />,
                  seen: () => <RelativeTime key="seen" value={session.seenAt} />,
                })}
              </span>
            </span>
            {!session.current && (
              <form action={endSessionAction}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton
                  variant="default"
                  size="sm"
                  aria-label={t('account.sessions.signOutOf', {
                    device: deviceName(session.userAgent, texts),
                  })}
                >
                  {t('account.sessions.signOut')}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endOtherSessionsAction} className="border-t px-5 py-3">
          <SubmitButton variant="default" size="sm">
            {t('account.sessions.signOutOthers')}
          </SubmitButton>
        </form>
      )}
    </>
  );
}
