import type { ReactNode } from 'react';
import { AuthShell } from '@/components/shell/auth-shell';
import { ClientTexts } from '@/texts/client-texts';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <AuthShell>
      <ClientTexts areas={['account']}>{children}</ClientTexts>
    </AuthShell>
  );
}
