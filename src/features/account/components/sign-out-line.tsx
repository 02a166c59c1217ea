import { signOutAction } from '../sign-in-actions';

/** "Signed in as … Sign out", for pages without the account menu. */
export function SignOutLine({ email }: { email: string }) {
  return (
    <>
      Signed in as {email}.{' '}
      <button type="submit" form="sign-out" className="link">
        Sign out
      </button>
      <form id="sign-out" action={signOutAction} />
    </>
  );
}
