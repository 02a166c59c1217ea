'use client';

import { type ReactNode, useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { openSignInLinkAction, verifyEmailAction } from '../sign-in-actions';

const ACTIONS = { verify: verifyEmailAction, 'sign-in': openSignInLinkAction };

type TokenFormProps = {
  /** What the mailed link is for. */
  link: keyof typeof ACTIONS;
  token: string;
  next: string;
  label: string;
  /** Shown when the link no longer works: the way to a new one. */
  renew: ReactNode;
};

/** One press after a mailed link: scanners that open links in mails do not press buttons. */
export function TokenForm({ link, token, next, label, renew }: TokenFormProps) {
  const { t } = useTexts();
  const [state, action] = useActionState(ACTIONS[link], EMPTY_FORM);
  if (state.message) {
    return (
      <div className="grid gap-6">
        <Alert tone="warn" title={state.message}>
          {t('account.client.link.renew')}
        </Alert>
        {renew}
      </div>
    );
  }
  return (
    <form action={action} className="grid">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton size="big">{label}</SubmitButton>
    </form>
  );
}
