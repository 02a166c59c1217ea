import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { MailboxHint } from '@/features/account/components/mailbox-hint';
import { loadPendingEmail } from '@/features/account/loaders';
import { returnPath } from '@/lib/return-path';
import { pageTexts } from '@/texts/page-texts';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.client.email.check');

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function VerifyEmailPage({ searchParams }: Props) {
  const { t, rich } = await pageTexts();
  const next = returnPath((await searchParams).next);
  const { email, mailbox } = await loadPendingEmail();
  return (
    <>
      <AuthHead title={t('account.client.email.check')}>
        {email
          ? rich('account.pending.sent', {
              email,
              address: (text) => (
                <b key="address" className="font-medium text-ink">
                  {text}
                </b>
              ),
            })
          : t('account.pending.open')}
      </AuthHead>
      {mailbox && (
        <div className="mb-8">
          <MailboxHint />
        </div>
      )}
      <h2 className="mb-3 font-semibold text-16">{t('account.pending.nothing')}</h2>
      <p className="mb-4 text-ink-2">{t('account.pending.spam')}</p>
      <EmailForm
        mail="verification"
        label={t('account.pending.again')}
        variant="default"
        email={email}
        next={next}
      />
      <AuthFoot>
        {t('account.pending.wrong')}{' '}
        <Link href="/sign-up" className="link">
          {t('account.pending.startAgain')}
        </Link>
      </AuthFoot>
    </>
  );
}
