import type { Metadata } from 'next';
import { AuthHead } from '@/components/shell/auth-shell';
import { EmailForm } from '@/features/account/components/email-form';
import { ResetPasswordForm } from '@/features/account/components/reset-password-form';
import { loadResetLink } from '@/features/account/loaders';

export const metadata: Metadata = { title: 'Choose a new password', robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function ResetPasswordPage({ params }: Props) {
  const { token, works } = await loadResetLink(params);
  if (!works) {
    return (
      <>
        <AuthHead title="This link no longer works">
          It was used already or is older than an hour. Your password has not changed.
        </AuthHead>
        <EmailForm mail="reset" label="Send a new link" />
      </>
    );
  }
  return (
    <>
      <AuthHead title="Choose a new password" />
      <ResetPasswordForm token={token} />
    </>
  );
}
