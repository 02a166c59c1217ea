'use client';

import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { MessageKey } from '@/texts/message-key';

/** A challenge lives five minutes; a page that waits longer asks for a new one in time. */
const RENEW_EVERY = 4 * 60_000;

/**
 * Signs in with a passkey: by this button, or by picking one in the e-mail field's own list where the browser can
 * (`autocomplete="username webauthn"`).
 */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useTexts();
  const [message, setMessage] = useState<MessageKey>();
  const [pending, setPending] = useState(false);
  const pressed = useRef(false);

  useEffect(() => {
    if (typeof window.PublicKeyCredential?.isConditionalMediationAvailable !== 'function') return;
    let gone = false;
    const wait = async () => {
      const { signInWithPasskey } = await import('./sign-in-with-passkey');
      if (gone || pressed.current) return;
      const outcome = await signInWithPasskey(true);
      if (gone || pressed.current) return;
      if (outcome.ok) enter(next);
      else if (!outcome.cancelled) setMessage(outcome.message);
    };
    void wait();
    const timer = setInterval(() => void wait(), RENEW_EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [next]);

  const press = async () => {
    if (!window.PublicKeyCredential) {
      setMessage('account.client.passkey.browserOther');
      return;
    }
    pressed.current = true;
    setPending(true);
    setMessage(undefined);
    const { signInWithPasskey } = await import('./sign-in-with-passkey');
    const outcome = await signInWithPasskey(false);
    if (outcome.ok) return enter(next);
    setMessage(outcome.message);
    setPending(false);
  };

  return (
    <>
      {message && <Alert tone="bad">{t(message)}</Alert>}
      <Button size="big" pending={pending} onClick={press} className="noscript:hidden">
        <KeyRound className="size-4" aria-hidden="true" />
        {t('account.client.passkey.signIn')}
      </Button>
    </>
  );
}

/** A whole new page: every part of this one was rendered for somebody who is not signed in. */
function enter(next: string): void {
  window.location.assign(next);
}
