import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthFoot, AuthHead } from '@/components/shell/auth-shell';
import { SignUpForm } from '@/features/account/components/sign-up-form';
import { loadDoor } from '@/features/account/loaders';

export const metadata: Metadata = { title: 'Create an account' };

type Props = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { next } = await loadDoor(searchParams);
  return (
    <>
      <AuthHead title="Create an account">3 credits are free: three standard pictures, no card.</AuthHead>
      <SignUpForm next={next} />
      <AuthFoot>
        Have an account?{' '}
        <Link
          href={next === '/teams' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
          className="link"
        >
          Sign in
        </Link>
      </AuthFoot>
    </>
  );
}
