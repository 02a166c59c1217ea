'use client';

import { useRef, useState, useTransition } from 'react';
import { useTexts } from '#use-texts';
import type { MessageKey } from '@/texts/message-key';

/** What a server action answers. */
type Answer<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      message: string;
      code?: string;
      fields?: Record<string, string> | undefined;
      details?: Record<string, unknown> | undefined;
    };

/** Why it did not work, as the form shows it; `code` is missing when no answer came. */
export type Refusal = Omit<Extract<Answer<never>, { ok: false }>, 'ok'>;

type Outcome<T> = {
  onDone: (value: T) => void;
  /** Besides the message, which `refusal` has: read balances again, tell another part of the page. */
  onRefused?: (refusal: Refusal) => void;
};

export type Submit = {
  /** For the button: it is under way. */
  pending: boolean;
  /** At once, before the next render: two presses in one frame are one. */
  busy: () => boolean;
  /** Null before the first try, while it is repeated, and after it worked. */
  refusal: Refusal | null;
  clear: () => void;
  submit: <T>(work: () => Promise<Answer<T>>, outcome: Outcome<T>) => void;
};

/**
 * Sends a form once: a second press while the first is under way does nothing, a refusal is kept for the form to show, and a
 * connection that broke reads as the text of `lost`, which says whether it can simply be sent again.
 */
export function useSubmit(lost: MessageKey): Submit {
  const { t } = useTexts();
  const [pending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // State arrives a render late.
  const running = useRef(false);

  function submit<T>(work: () => Promise<Answer<T>>, { onDone, onRefused }: Outcome<T>) {
    if (running.current) return;
    running.current = true;
    setRefusal(null);
    startTransition(async () => {
      const answer = await work()
        .catch((thrown: unknown): Answer<T> => {
          if (isSignal(thrown)) throw thrown;
          return { ok: false, message: t(lost) };
        })
        .finally(() => {
          running.current = false;
        });
      if (answer.ok) return onDone(answer.value);
      setRefusal(answer);
      onRefused?.(answer);
    });
  }

  return {
    pending,
    busy: () => running.current,
    refusal,
    clear: () => setRefusal(null),
    submit,
  };
}

/** Next's own exceptions, such as a redirect, carry a digest that says so; an error of the server carries a bare hash. */
function isSignal(thrown: unknown): boolean {
  return thrown instanceof Error && 'digest' in thrown && String(thrown.digest).startsWith('NEXT_');
}

/** For what carries a request key. */
export const LOST_COUNTS_ONCE = 'ui.client.lost.countsOnce' satisfies MessageKey;

/** For settings, which may be saved as often as one likes. */
export const LOST_SAVE_AGAIN = 'ui.client.lost.saveAgain' satisfies MessageKey;
