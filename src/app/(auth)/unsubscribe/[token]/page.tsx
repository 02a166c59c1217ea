import { AuthHead } from '@/components/shell/auth-shell';
import { UnsubscribeForm } from '@/features/notifications/components/unsubscribe-form';
import { loadUnsubscribeLink } from '@/features/notifications/preference-loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('emails.notices.unsubscribe.page', { robots: { index: false } });

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { t } = await pageTexts();
  const { token, label } = await loadUnsubscribeLink(params);
  return (
    <ClientTexts areas={['emails']}>
      <AuthHead title={t('emails.notices.unsubscribe.title')}>
        {t('emails.notices.unsubscribe.lead', { kind: label })}
      </AuthHead>
      <UnsubscribeForm token={token} />
    </ClientTexts>
  );
}
