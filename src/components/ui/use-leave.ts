'use client';

import { useEffect, useRef, useState } from 'react';

type Leave = {
  /** On the way to another site: buttons wait. */
  leaving: boolean;
  leave: (url: string) => void;
};

/** Goes to another site. Back by the browser's own button the page may be shown as it was: it works again, and `onBack` runs. */
export function useLeave(onBack?: () => void): Leave {
  const [leaving, setLeaving] = useState(false);
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      back.current?.();
      setLeaving(false);
    };
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, []);
  return {
    leaving,
    leave(url) {
      setLeaving(true);
      window.location.assign(url);
    },
  };
}
