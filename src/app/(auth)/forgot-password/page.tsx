import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { MailboxHint } from '@/features/account/components/mailbox-hint';
import { loadMailHint } from '@/features/account/loaders';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.forgot.title');

export default async function ForgotPasswordPage() {
  const { t } = await pageTexts();
  const { mailbox } = await loadMailHint();
  return (
    <>
      <AuthHead title={t('account.forgot.heading')}>{t('account.forgot.lead')}</AuthHead>
      <EmailForm mail="reset" label={t('account.forgot.submit')}>
        {mailbox && <MailboxHint />}
      </EmailForm>
      <AuthFoot>
        <Link href="/sign-in" className="link">
          {t('account.forgot.back')}
        </Link>
      </AuthFoot>
    </>
  );
}
