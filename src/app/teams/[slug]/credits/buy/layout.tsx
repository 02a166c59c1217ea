import type { ReactNode } from 'react';
import { requireTeamPageFor } from '@/auth/page';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Above the loading state, so that a member gets a real 404. The pages check again by themselves. */
export default async function BuyLayout({ params, children }: Props) {
  await requireTeamPageFor((await params).slug, 'billing:buy');
  return children;
}
