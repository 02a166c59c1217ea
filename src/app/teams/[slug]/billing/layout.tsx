import type { ReactNode } from 'react';
import { requireTeamPageFor } from '@/auth/page';
import { ClientTexts } from '@/texts/client-texts';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Above the loading state, so that a member gets a real 404. The page checks again by itself. */
export default async function BillingLayout({ params, children }: Props) {
  await requireTeamPageFor((await params).slug, 'billing:read');
  return <ClientTexts areas={['billing', 'shop']}>{children}</ClientTexts>;
}
