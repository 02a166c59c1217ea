import type { ReactNode } from 'react';
import { ClientTexts } from '@/texts/client-texts';

/** Above the pages, so that their error pages have their texts, too. */
export default function HeadshotsLayout({ children }: { children: ReactNode }) {
  return <ClientTexts areas={['headshots']}>{children}</ClientTexts>;
}
