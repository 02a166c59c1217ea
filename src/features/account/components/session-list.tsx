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
  return (
    <>
      <ul className="divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-14 items-center gap-4 px-5 py-2">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {deviceName(session.userAgent)}
                {session.current && <Badge tone="good">this device</Badge>}
              </span>
              <span className="text-12 text-ink-3">
                Signed in <Time value={session.createdAt} style="date-time" />
                {session.address && ` from ${session.address}`}, last seen{' '}
                <RelativeTime value={session.seenAt} />
              </span>
            </span>
            {!session.current && (
              <form action={endSessionAction}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton
                  variant="default"
                  size="sm"
                  aria-label={`Sign out ${deviceName(session.userAgent)}`}
                >
                  Sign out
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endOtherSessionsAction} className="border-t px-5 py-3">
          <SubmitButton variant="default" size="sm">
            Sign out all other devices
          </SubmitButton>
        </form>
      )}
    </>
  );
}
