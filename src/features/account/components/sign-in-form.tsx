'use client';

import { Mail } from 'lucide-react';
import Link from 'next/link';
import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { OrDivider } from '@/components/shell/or-divider';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { signInAction } from '../sign-in-actions';
import { PasskeySignIn } from './passkey-sign-in';

export function SignInForm({ next }: { next: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(signInAction, EMPTY_FORM);
  const query = next === '/teams' ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t('account.client.profile.email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        required
        defaultValue={state.values?.email}
        error={state.fields?.email}
      />
      <TextField
        label={t('account.client.password.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={state.fields?.password}
        action={
          <Link href="/forgot-password" className="link">
            {t('account.client.signIn.forgot')}
          </Link>
        }
      />
      <SubmitButton size="big" className="mt-2">
        {t('account.client.signIn.submit')}
      </SubmitButton>
      <OrDivider />
      <ButtonLink href={`/sign-in/link${query}`} size="big">
        <Mail className="size-4" aria-hidden="true" />
        {t('account.client.signIn.link')}
      </ButtonLink>
      <PasskeySignIn next={next} />
    </form>
  );
}
