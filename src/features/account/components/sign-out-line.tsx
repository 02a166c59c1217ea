import { signOutAction } from '../sign-in-actions';

const FORM = 'sign-out';

/** "Signed in as … Sign out", for pages without the account menu. Needs a `SignOutForm` beside it: text cannot hold a form. */
export function SignOutLine({ email }: { email: string }) {
  return (
    <>
      Signed in as {email}.{' '}
      <button type="submit" form={FORM} className="link">
        Sign out
      </button>
    </>
  );
}

export function SignOutForm() {
  return <form id={FORM} action={signOutAction} />;
}
