import type { ReactNode } from 'react';
import { requireTeamPageFor } from '@/auth/page';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Above the loading state, so that somebody who may not see the team's credits gets a real 404. The page checks again by itself. */
export default async function UsageLayout({ params, children }: Props) {
  await requireTeamPageFor((await params).slug, 'credits:read');
  return children;
}
