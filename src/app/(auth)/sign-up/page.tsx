import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { OrDivider } from '@/components/shell/or-divider';
import { SignUpForm } from '@/features/account/components/sign-up-form';
import { SocialButtons } from '@/features/account/components/social-buttons';
import { loadDoor } from '@/features/account/loaders';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.signUp.title');

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { t } = await pageTexts();
  const { next, social } = await loadDoor(searchParams);
  return (
    <>
      <AuthHead title={t('account.signUp.title')}>{t('account.signUp.lead')}</AuthHead>
      <SignUpForm next={next} />
      {social.length > 0 && (
        <div className="mt-4 grid gap-4">
          <OrDivider />
          <SocialButtons providers={social} next={next} />
        </div>
      )}
      <AuthFoot>
        {t('account.signUp.have')}{' '}
        <Link
          href={next === '/teams' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
          className="link"
        >
          {t('account.signIn.title')}
        </Link>
      </AuthFoot>
    </>
  );
}
