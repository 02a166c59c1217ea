'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { unsubscribeAction } from '../preference-actions';

/** One press, because scanners that open the links in mails do not press buttons. */
export function UnsubscribeForm({ token }: { token: string }) {
  const { t, rich } = useTexts();
  const [state, action] = useActionState(unsubscribeAction, EMPTY_FORM);
  if (state.done) {
    return (
      <Alert tone="good" title={t('emails.client.notices.unsubscribe.done')}>
        {rich('emails.client.notices.unsubscribe.again', {
          link: (words) => (
            <Link href="/account/notices" className="link">
              {words}
            </Link>
          ),
        })}
      </Alert>
    );
  }
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="big">{t('emails.client.notices.unsubscribe.submit')}</SubmitButton>
    </form>
  );
}
