import { useTexts } from '#use-texts';
import { signOutAction } from '../sign-in-actions';

const FORM = 'sign-out';

/** "Signed in as … Sign out", for pages without the account menu. Needs a `SignOutForm` beside it: text cannot hold a form. */
export function SignOutLine({ email }: { email: string }) {
  const { t } = useTexts();
  return (
    <>
      {t('account.client.signOut.as', { email })}{' '}
      <button type="submit" form={FORM} className="link">
        {t('account.client.signOut.submit')}
      </button>
    </>
  );
}

export function SignOutForm() {
  return <form id={FORM} action={signOutAction} />;
}
