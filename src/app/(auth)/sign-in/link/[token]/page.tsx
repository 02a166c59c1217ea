import type { Metadata } from 'next';
import { AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { TokenForm } from '@/features/account/components/token-form';
import { returnPath } from '@/lib/return-path';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
};

export default async function OpenSignInLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const next = returnPath((await searchParams).next);
  return (
    <>
      <AuthHead title="Sign in">One press and you are in.</AuthHead>
      <TokenForm
        link="sign-in"
        token={token}
        next={next}
        label="Sign in"
        renew={<EmailForm mail="sign-in-link" label="Send a new link" next={next} />}
      />
    </>
  );
}
