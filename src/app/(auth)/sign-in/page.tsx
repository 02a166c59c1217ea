import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { SignInForm } from '@/features/account/components/sign-in-form';
import { loadDoor } from '@/features/account/loaders';
import { DemoDoors } from '@/features/demo/components/demo-doors';
import { loadDemoDoor } from '@/features/demo/demo-loaders';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.signIn.title');

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { t } = await pageTexts();
  const { next, done } = await loadDoor(searchParams);
  const { open } = await loadDemoDoor();
  return (
    <>
      <AuthHead title={t('account.signIn.title')}>{t('account.signIn.lead')}</AuthHead>
      {done === 'password' && (
        <Alert tone="good" className="mb-6">
          {t('account.signIn.passwordChanged')}
        </Alert>
      )}
      {done === 'start-again' && (
        <Alert tone="warn" className="mb-6">
          {t('errors.account.startAgain')}
        </Alert>
      )}
      <SignInForm next={next} />
      <AuthFoot>
        {t('account.signIn.new')}{' '}
        <Link
          href={next === '/teams' ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`}
          className="link"
        >
          {t('shell.public.start')}
        </Link>
      </AuthFoot>
      {open && <DemoDoors />}
    </>
  );
}
