import { internalRoute } from '@/auth/route';
import { unsubscribe } from '@/features/notifications/preferences';

/** A mail program's own "Unsubscribe" (RFC 8058): it posts here without a session; the token says whose mails of which kind end. */
export const POST = internalRoute({}, async ({ db, params }) => ({
  unsubscribed: await unsubscribe(db, params.token ?? ''),
}));
