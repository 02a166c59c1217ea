import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { MailboxHint } from '@/features/account/components/mailbox-hint';
import { loadDoor, loadMailHint } from '@/features/account/loaders';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.link.title');

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignInLinkPage({ searchParams }: Props) {
  const { t } = await pageTexts();
  const [{ next }, { mailbox }] = await Promise.all([loadDoor(searchParams), loadMailHint()]);
  return (
    <>
      <AuthHead title={t('account.link.heading')}>{t('account.link.lead')}</AuthHead>
      <EmailForm mail="sign-in-link" label={t('account.forgot.submit')} next={next}>
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
