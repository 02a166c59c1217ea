import { PageHead } from '@/components/ui/page-head';
import { loadAccountFrame } from '@/features/account/account-loaders';
import { PreferenceForm } from '@/features/notifications/components/preference-form';
import { PushLine } from '@/features/notifications/components/push-line';
import { loadPreferences, loadPushKey } from '@/features/notifications/preference-loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('emails.notices.page');

export default async function NoticesPage() {
  const { t } = await pageTexts();
  const { userId, admin } = await loadAccountFrame('/account/notices');
  return (
    <ClientTexts areas={['emails']}>
      <PageHead title={t('emails.notices.page')} />
      <PushLine publicKey={loadPushKey()} className="mb-6" />
      <PreferenceForm preferences={await loadPreferences(userId)} admin={admin} />
    </ClientTexts>
  );
}
