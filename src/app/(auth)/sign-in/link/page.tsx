import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { MailboxHint } from '@/features/account/components/mailbox-hint';
import { loadDoor, loadMailHint } from '@/features/account/loaders';

export const metadata: Metadata = { title: 'Sign in by link' };

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignInLinkPage({ searchParams }: Props) {
  const [{ next }, { mailbox }] = await Promise.all([loadDoor(searchParams), loadMailHint()]);
  return (
    <>
      <AuthHead title="Send me a link">No password needed: the link in the mail signs you in.</AuthHead>
      <EmailForm mail="sign-in-link" label="Send the link" next={next}>
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
