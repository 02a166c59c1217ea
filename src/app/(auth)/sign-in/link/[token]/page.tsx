import { AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { TokenForm } from '@/features/account/components/token-form';
import { returnPath } from '@/lib/return-path';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.signIn.title', { robots: { index: false } });

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
};

export default async function OpenSignInLinkPage({ params, searchParams }: Props) {
  const { t } = await pageTexts();
  const { token } = await params;
  const next = returnPath((await searchParams).next);
  return (
    <>
      <AuthHead title={t('account.signIn.title')}>{t('account.signIn.byLink')}</AuthHead>
      <TokenForm
        link="sign-in"
        token={token}
        next={next}
        label={t('account.signIn.title')}
        renew={<EmailForm mail="sign-in-link" label={t('account.reset.renew')} next={next} />}
      />
    </>
  );
}
