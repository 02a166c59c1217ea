import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { MailboxHint } from '@/features/account/components/mailbox-hint';
import { loadMailHint } from '@/features/account/loaders';

export const metadata: Metadata = { title: 'New password' };

export default async function ForgotPasswordPage() {
  const { mailbox } = await loadMailHint();
  return (
    <>
      <AuthHead title="A new password">We send a link to your address. It works once.</AuthHead>
      <EmailForm mail="reset" label="Send the link">
        {mailbox && <MailboxHint />}
      </EmailForm>
      <AuthFoot>
        <Link href="/sign-in" className="link">
          Back to sign-in
        </Link>
      </AuthFoot>
    </>
  );
}
