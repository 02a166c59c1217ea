import type { Metadata } from 'next';
import { AuthHead } from '@/components/shell/auth-shell';
import { UnsubscribeForm } from '@/features/notifications/components/unsubscribe-form';
import { loadUnsubscribeLink } from '@/features/notifications/preference-loaders';

export const metadata: Metadata = { title: 'Stop mails', robots: { index: false } };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token, label } = await loadUnsubscribeLink(params);
  return (
    <>
      <AuthHead title="Fewer mails">
        No more mails about “{label}”. Notices inside headcraft stay as they are.
      </AuthHead>
      <UnsubscribeForm token={token} />
    </>
  );
}
