import { AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { ResetPasswordForm } from '@/features/account/components/reset-password-form';
import { loadResetLink } from '@/features/account/loaders';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.reset.title', { robots: { index: false } });

type Props = { params: Promise<{ token: string }> };

export default async function ResetPasswordPage({ params }: Props) {
  const { t } = await pageTexts();
  const { token, works } = await loadResetLink(params);
  if (!works) {
    return (
      <>
        <AuthHead title={t('account.reset.gone')}>{t('account.reset.goneLead')}</AuthHead>
        <EmailForm mail="reset" label={t('account.reset.renew')} />
      </>
    );
  }
  return (
    <>
      <AuthHead title={t('account.reset.title')} />
      <ResetPasswordForm token={token} />
    </>
  );
}
