import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/notices';
import { listNotices, readNotices } from '@/features/notifications/notice-queries';

/** The person's own notices, newest first, with the number of unread ones. */
export const GET = teamRoute(contract.listNotices, ({ ctx, query }) => listNotices(ctx, query));

/** `{ "read": true }` marks all as read, with `ids` only those. */
export const PATCH = teamRoute(contract.readNotices, ({ ctx, body }) => readNotices(ctx, body));
