import type { ReactNode } from 'react';
import { requireTeamPageFor } from '@/auth/page';
import { ClientTexts } from '@/texts/client-texts';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Above the loading state, so that somebody who may not manage members gets a real 404. The page checks again by itself. */
export default async function MembersLayout({ params, children }: Props) {
  await requireTeamPageFor((await params).slug, 'members:read');
  return <ClientTexts areas={['members']}>{children}</ClientTexts>;
}
