'use client';

import { useCallback, useEffect, useState } from 'react';
import { useTexts } from '#use-texts';
import type { PhoneView } from '../handover/handover-types';
import { openLink, readPhone } from './handover-api';
import { ApiError, messageOf } from './uploads-api';

export type PhoneState =
  | { state: 'opening' }
  | { state: 'open'; view: PhoneView }
  /** `again`: opening may work at another try. */
  | { state: 'problem'; message: string; again: boolean }
  | { state: 'done'; photos: number };

/** This phone's hand-over: opened by the link's token, found again by its cookie. */
export function usePhone(token: string | null) {
  const [phone, setPhone] = useState<PhoneState>({ state: 'opening' });
  const texts = useTexts();

  const fail = useCallback(
    (error: unknown) => {
      const again = !(error instanceof ApiError) || error.isPassing;
      setPhone({ state: 'problem', message: messageOf(error, texts, 'opening'), again });
    },
    [texts],
  );
  const open = useCallback(async () => {
    setPhone({ state: 'opening' });
    try {
      const view = token ? await openLink(token) : await readPhone();
      // The used secret need not stay in the address.
      if (token) window.history.replaceState(null, '', '/phone');
      setPhone({ state: 'open', view });
    } catch (error) {
      fail(error);
    }
  }, [token, fail]);
  const reload = useCallback(async () => {
    try {
      const view = await readPhone();
      setPhone({ state: 'open', view });
    } catch (error) {
      // Without a connection the page keeps what it has.
      if (!(error instanceof ApiError) || !error.isPassing) fail(error);
    }
  }, [fail]);

  useEffect(() => {
    void open();
  }, [open]);
  // A phone sleeps: what changed on the other screen meanwhile is read when it wakes.
  useEffect(() => {
    if (phone.state !== 'open') return;
    const wake = () => document.visibilityState === 'visible' && void reload();
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, [phone.state, reload]);

  return { phone, open, reload, setPhone };
}
