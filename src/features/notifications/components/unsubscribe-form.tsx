'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { unsubscribeAction } from '../preference-actions';

/** One press, because scanners that open the links in mails do not press buttons. */
export function UnsubscribeForm({ token }: { token: string }) {
  const [state, action] = useActionState(unsubscribeAction, EMPTY_FORM);
  if (state.done) {
    return (
      <Alert tone="good" title="Done">
        You get no more mails of this kind. You can have them again under{' '}
        <Link href="/account/notices" className="link">
          notices and mails
        </Link>
        .
      </Alert>
    );
  }
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="big">Stop these mails</SubmitButton>
    </form>
  );
}
