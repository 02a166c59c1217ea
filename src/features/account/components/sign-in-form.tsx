import { Mail } from 'lucide-react';
import { useTexts } from '#use-texts';
import { OrDivider } from '@/components/shell/or-divider';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-class';
import { TextField } from '@/components/ui/field';
import { PlainSubmit } from '@/components/ui/plain-submit';
import { withNext } from '@/lib/return-path';
import type { DoorNote } from '../door-note-rules';
import { PasskeyDoor } from './passkey-door';

/** A plain form: the browser sends it, and the page comes back with what was wrong. */
export function SignInForm({ next, note }: { next: string; note: DoorNote | null }) {
  const { t } = useTexts();
  return (
    <form method="post" action="/api/sign-in" className="grid gap-4">
      {note?.message && (
        // The page's script leads the keyboard and the screen reader here.
        <div data-problem tabIndex={-1} className="outline-none">
          <Alert tone="bad">{note.message}</Alert>
        </div>
      )}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t('account.client.profile.email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        required
        defaultValue={note?.values?.email}
        error={note?.fields?.email}
      />
      <TextField
        label={t('account.client.password.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={note?.fields?.password}
        action={
          <a href="/forgot-password" className="link">
            {t('account.client.signIn.forgot')}
          </a>
        }
      />
      <PlainSubmit size="big" className="mt-2">
        {t('account.client.signIn.submit')}
      </PlainSubmit>
      <OrDivider />
      <a href={withNext('/sign-in/link', next)} className={buttonClass('default', 'big')}>
        <Mail className="size-4" aria-hidden="true" />
        {t('account.client.signIn.link')}
      </a>
      <PasskeyDoor next={next} />
    </form>
  );
}
