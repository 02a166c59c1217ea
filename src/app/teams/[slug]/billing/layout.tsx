import type { ReactNode } from 'react';
import { requireTeamPageFor } from '@/auth/page';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Above the loading state, so that a member gets a real 404. The page checks again by itself. */
export default async function BillingLayout({ params, children }: Props) {
  await requireTeamPageFor((await params).slug, 'billing:read');
  return children;
}
