import { vapidKeys } from '@/adapters/push/vapid';
import { requireTeamPage } from '@/auth/page';
import { readCursor } from '@/lib/time-cursor';
import { listNoticesInput } from './notice-input';
import { listNotices } from './notice-queries';
import type { NoticeView } from './notice-types';

export type NoticesPage = {
  slug: string;
  notices: NoticeView[];
  unread: number;
  /** See `vapidKeys`. */
  pushKey: string | null;
  olderHref?: string | undefined;
  newestHref?: string | undefined;
};

export async function loadNotices(
  slug: string,
  search: Record<string, string | string[] | undefined>,
): Promise<NoticesPage> {
  const ctx = await requireTeamPage(slug);
  const asked = listNoticesInput.safeParse({ cursor: readCursor(search.cursor) });
  const input = asked.success ? asked.data : listNoticesInput.parse({});
  const { notices, unread, nextCursor } = await listNotices(ctx, input);
  const here = `/teams/${ctx.team.slug}/notices`;
  return {
    slug: ctx.team.slug,
    notices,
    unread,
    pushKey: vapidKeys()?.publicKey ?? null,
    olderHref: nextCursor ? `${here}?cursor=${nextCursor}` : undefined,
    newestHref: input.cursor ? here : undefined,
  };
}
