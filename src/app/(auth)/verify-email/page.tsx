import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { MailboxHint } from '@/features/account/components/mailbox-hint';
import { loadPendingEmail } from '@/features/account/loaders';
import { returnPath } from '@/lib/return-path';

export const metadata: Metadata = { title: 'Check your mail' };

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function VerifyEmailPage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next);
  const { email, mailbox } = await loadPendingEmail();
  return (
    <>
      <AuthHead title="Check your mail">
        {email ? (
          <>
            We sent a link to <b className="font-medium text-ink">{email}</b>. Open it to confirm that the
            address is yours.
          </>
        ) : (
          'Open the link in our mail to confirm that the address is yours.'
        )}
      </AuthHead>
      {mailbox && (
        <div className="mb-8">
          <MailboxHint />
        </div>
      )}
      <h2 className="mb-3 font-semibold text-16">Nothing there after a minute?</h2>
      <p className="mb-4 text-ink-2">Look into the spam folder, or have it sent again.</p>
      <EmailForm mail="verification" label="Send it again" variant="default" email={email} next={next} />
      <AuthFoot>
        Wrong address?{' '}
        <Link href="/sign-up" className="link">
          Start again
        </Link>
      </AuthFoot>
    </>
  );
}
