import type { Metadata } from 'next';
import { Unplugged } from '@/components/brand/empty-drawings';
import { AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { RetryOnline } from '@/components/shell/retry-online';

export const metadata: Metadata = { title: 'No connection' };

/** Shown by the service worker in place of any page, under that page's address. */
export default function OfflinePage() {
  return (
    <AuthShell>
      <Unplugged className="mb-8 -ml-6 text-ink-2" />
      <AuthHead title="No connection">
        This page needs one. It opens by itself when the connection is back.
      </AuthHead>
      <div>
        <RetryOnline />
      </div>
      <h2 className="mt-10 mb-2 font-semibold text-16">What goes on without it</h2>
      <ul className="grid list-disc gap-1.5 pl-5 text-ink-2">
        <li>Pictures that are being made are finished. A notice waits for you.</li>
        <li>
          Photos you had chosen on this device and that are not uploaded yet stay on it for a day, and go on
          when you open the page again.
        </li>
        <li>Pictures you saved to this device open in your photos or files.</li>
      </ul>
      <p className="mt-4 text-ink-2">headcraft itself keeps no pictures for offline use.</p>
    </AuthShell>
  );
}
