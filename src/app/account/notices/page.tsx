import type { Metadata } from 'next';
import { PageHead } from '@/components/ui/page-head';
import { loadAccountFrame } from '@/features/account/account-loaders';
import { PreferenceForm } from '@/features/notifications/components/preference-form';
import { PushLine } from '@/features/notifications/components/push-line';
import { loadPreferences, loadPushKey } from '@/features/notifications/preference-loaders';

export const metadata: Metadata = { title: 'Notices and mails' };

export default async function NoticesPage() {
  const { userId, admin } = await loadAccountFrame('/account/notices');
  return (
    <>
      <PageHead title="Notices and mails" />
      <PushLine publicKey={loadPushKey()} className="mb-6" />
      <PreferenceForm preferences={await loadPreferences(userId)} admin={admin} />
    </>
  );
}
