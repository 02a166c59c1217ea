'use client';

import { useEffect } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';

/** Milliseconds between two looks whether the server answers: a device can be online while we are not. */
const LOOK_EVERY = 5_000;

/** Loads the page at this address again: when pressed, and by itself when the server answers. */
export function RetryOnline() {
  const { t } = useTexts();
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null);
      if (answer?.ok) location.reload();
    };
    const timer = setInterval(look, LOOK_EVERY);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  }, []);
  return (
    <Button variant="key" size="big" onClick={() => location.reload()}>
      {t('failure.client.retry')}
    </Button>
  );
}
