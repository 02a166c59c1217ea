'use client';

import { useEffect } from 'react';
import { useTexts } from '#use-texts';
import { toast } from '@/components/ui/toast';

/**
 * Without a connection no form is sent: a line says so, and what was typed stays. Sent all the same, its action would fail, and the
 * page's error part would take the form's place. Shows nothing.
 */
export function HoldOffline() {
  const { t } = useTexts();
  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopPropagation();
      toast.error(t('ui.client.lost.offline'));
    };
    // On the way down, before any form hears of it.
    window.addEventListener('submit', hold, { capture: true });
    return () => window.removeEventListener('submit', hold, { capture: true });
  }, [t]);
  return null;
}
