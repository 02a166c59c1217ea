import { Unplugged } from '@/components/brand/empty-drawings';
import { AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { RetryOnline } from '@/components/shell/retry-online';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('shell.offline.title');

/** Shown by the service worker in place of any page, under that page's address. */
export default async function OfflinePage() {
  const { t } = await pageTexts();
  return (
    <AuthShell>
      <Unplugged className="mb-8 -ml-5 text-ink-2" />
      <AuthHead title={t('shell.offline.title')}>{t('shell.offline.lead')}</AuthHead>
      <div>
        <RetryOnline />
      </div>
      <h2 className="mt-10 mb-2 font-semibold text-16">{t('shell.offline.goesOn')}</h2>
      <ul className="grid list-disc gap-1.5 pl-5 text-ink-2">
        <li>{t('shell.offline.pictures')}</li>
        <li>{t('shell.offline.photos')}</li>
        <li>{t('shell.offline.saved')}</li>
      </ul>
      <p className="mt-4 text-ink-2">{t('shell.offline.none')}</p>
    </AuthShell>
  );
}
