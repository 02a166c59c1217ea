import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { CodeForm } from '@/features/account/components/code-form';
import { loadCodeDoor } from '@/features/account/loaders';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.code.title', { robots: { index: false } });

type Props = { searchParams: Promise<{ next?: string | string[]; backup?: string | string[] }> };

export default async function SignInCodePage({ searchParams }: Props) {
  const { t } = await pageTexts();
  const { next, backup } = await loadCodeDoor(searchParams);
  const query = new URLSearchParams({
    ...(next === '/teams' ? {} : { next }),
    ...(backup ? {} : { backup: '1' }),
  });
  return (
    <>
      <AuthHead title={t('account.code.title')}>
        {t(backup ? 'account.code.backupLead' : 'account.code.lead')}
      </AuthHead>
      <CodeForm key={String(backup)} next={next} backup={backup} />
      <AuthFoot>
        <Link href={`/sign-in/code?${query}`} replace className="link">
          {t(backup ? 'account.code.useApp' : 'account.code.useBackup')}
        </Link>
      </AuthFoot>
    </>
  );
}
