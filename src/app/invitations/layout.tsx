import type { ReactNode } from 'react';
import { AuthShell } from '@/components/shell/auth-shell';
import { ClientTexts } from '@/texts/client-texts';

export default function InvitationLayout({ children }: { children: ReactNode }) {
  return (
    <AuthShell>
      <ClientTexts areas={['members']}>{children}</ClientTexts>
    </AuthShell>
  );
}
