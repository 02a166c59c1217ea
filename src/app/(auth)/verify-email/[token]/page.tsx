import type { Metadata } from 'next';
import { AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { TokenForm } from '@/features/account/components/token-form';
import { loadPendingEmail } from '@/features/account/loaders';
import { returnPath } from '@/lib/return-path';

export const metadata: Metadata = { title: 'Confirm your e-mail', robots: { index: false } };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
};

export default async function ConfirmEmailPage({ params, searchParams }: Props) {
  const { token } = await params;
  const next = returnPath((await searchParams).next);
  const { email } = await loadPendingEmail();
  return (
    <>
      <AuthHead title="Confirm your e-mail">Then your account is ready and you are signed in.</AuthHead>
      <TokenForm
        link="verify"
        token={token}
        next={next}
        label="Confirm e-mail"
        renew={<EmailForm mail="verification" label="Send a new link" email={email} next={next} />}
      />
    </>
  );
}
