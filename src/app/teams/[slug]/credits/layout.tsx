import type { ReactNode } from 'react';
import { ClientTexts } from '@/texts/client-texts';

export default function CreditsLayout({ children }: { children: ReactNode }) {
  return <ClientTexts areas={['credits']}>{children}</ClientTexts>;
}
