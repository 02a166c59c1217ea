import { teamRoute } from '@/auth/route';
import { listNoticesInput, readNoticesInput } from '@/features/notifications/notice-input';
import { listNotices, readNotices } from '@/features/notifications/notice-queries';

/** The person's own notices, newest first, with the number of unread ones. */
export const GET = teamRoute({ permission: 'notices:own', query: listNoticesInput }, ({ ctx, query }) =>
  listNotices(ctx, query),
);

/** `{ "read": true }` marks all as read, with `ids` only those. */
export const PATCH = teamRoute(
  { permission: 'notices:own', body: readNoticesInput, limit: 'write' },
  ({ ctx, body }) => readNotices(ctx, body),
);
