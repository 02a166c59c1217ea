import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { CodeForm } from '@/features/account/components/code-form';
import { loadCodeDoor } from '@/features/account/loaders';

export const metadata: Metadata = { title: 'Enter your code', robots: { index: false } };

type Props = { searchParams: Promise<{ next?: string | string[]; backup?: string | string[] }> };

export default async function SignInCodePage({ searchParams }: Props) {
  const { next, backup } = await loadCodeDoor(searchParams);
  const query = new URLSearchParams({
    ...(next === '/teams' ? {} : { next }),
    ...(backup ? {} : { backup: '1' }),
  });
  return (
    <>
      <AuthHead title="Enter your code">
        {backup
          ? 'One of the backup codes you saved. Each works once.'
          : 'Your authenticator app shows it. It changes every half minute.'}
      </AuthHead>
      <CodeForm key={String(backup)} next={next} backup={backup} />
      <AuthFoot>
        <Link href={`/sign-in/code?${query}`} replace className="link">
          {backup ? 'Use a code from the app' : 'Use a backup code'}
        </Link>
      </AuthFoot>
    </>
  );
}
