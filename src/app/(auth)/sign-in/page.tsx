import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { SignInForm } from '@/features/account/components/sign-in-form';
import { loadDoor } from '@/features/account/loaders';
import { DemoDoors } from '@/features/demo/components/demo-doors';
import { loadDemoDoor } from '@/features/demo/demo-loaders';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, done } = await loadDoor(searchParams);
  const { open } = await loadDemoDoor();
  return (
    <>
      <AuthHead title="Sign in">Your pictures are where you left them.</AuthHead>
      {done === 'password' && (
        <Alert tone="good" className="mb-6">
          Your password is changed. Sign in with it.
        </Alert>
      )}
      {done === 'start-again' && (
        <Alert tone="warn" className="mb-6">
          That took too long or too many tries. Sign in again.
        </Alert>
      )}
      <SignInForm next={next} />
      <AuthFoot>
        New here?{' '}
        <Link
          href={next === '/teams' ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`}
          className="link"
        >
          Start a team
        </Link>
      </AuthFoot>
      {open && <DemoDoors />}
    </>
  );
}
