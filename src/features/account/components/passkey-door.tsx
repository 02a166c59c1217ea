import { KeyRound } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { buttonClass } from '@/components/ui/button-class';
import type { MessageKey } from '@/texts/message-key';
import { FAILURES, OTHER_REFUSAL, REFUSALS } from './passkey-api';

/** What `public/sign-in.js` tells the person, by better-auth's code or the name of the browser's exception. */
const WORDS: Record<string, MessageKey> = {
  ...REFUSALS,
  ...FAILURES,
  refused: OTHER_REFUSAL,
  failed: 'account.client.passkey.notSignedIn',
  unsupported: 'account.client.passkey.browserOther',
};

/**
 * Signs in with a passkey: by this button, or by picking one in the e-mail field's own list where the browser can
 * (`autocomplete="username webauthn"`). Both are the work of `public/sign-in.js`.
 */
export function PasskeyDoor({ next }: { next: string }) {
  const { t } = useTexts();
  const words = Object.fromEntries(Object.entries(WORDS).map(([code, key]) => [code, t(key)]));
  return (
    <>
      <div hidden data-passkey-problem>
        <Alert tone="bad">
          <span data-passkey-words />
        </Alert>
      </div>
      <button
        type="button"
        data-passkey={next}
        data-words={JSON.stringify(words)}
        className={buttonClass('default', 'big', 'group/sent noscript:hidden')}
      >
        <span className="inline-flex items-center gap-[inherit] group-data-[pending]/sent:opacity-0">
          <KeyRound className="size-4" aria-hidden="true" />
          {t('account.client.passkey.signIn')}
        </span>
        <ApertureSpinner className="absolute hidden size-4 group-data-[pending]/sent:block" />
      </button>
    </>
  );
}
