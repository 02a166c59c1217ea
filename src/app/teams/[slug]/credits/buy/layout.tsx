import type { ReactNode } from 'react';
import { requireTeamPageFor } from '@/auth/page';
import { ClientTexts } from '@/texts/client-texts';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Above the loading state, so that a member gets a real 404. The pages check again by themselves. */
export default async function BuyLayout({ params, children }: Props) {
  await requireTeamPageFor((await params).slug, 'billing:buy');
  return <ClientTexts areas={['shop']}>{children}</ClientTexts>;
}
