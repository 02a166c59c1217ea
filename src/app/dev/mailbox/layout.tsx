import type { ReactNode } from 'react';
import { DevShell } from '@/components/shell/dev-shell';

export default function MailboxLayout({ children }: { children: ReactNode }) {
  return <DevShell>{children}</DevShell>;
}
