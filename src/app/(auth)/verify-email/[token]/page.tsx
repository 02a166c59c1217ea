import { AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { TokenForm } from '@/features/account/components/token-form';
import { loadPendingEmail } from '@/features/account/loaders';
import { returnPath } from '@/lib/return-path';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.verify.title', { robots: { index: false } });

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
};

export default async function ConfirmEmailPage({ params, searchParams }: Props) {
  const { t } = await pageTexts();
  const { token } = await params;
  const next = returnPath((await searchParams).next);
  const { email } = await loadPendingEmail();
  return (
    <>
      <AuthHead title={t('account.verify.title')}>{t('account.verify.lead')}</AuthHead>
      <TokenForm
        link="verify"
        token={token}
        next={next}
        label={t('account.verify.submit')}
        renew={<EmailForm mail="verification" label={t('account.reset.renew')} email={email} next={next} />}
      />
    </>
  );
}
