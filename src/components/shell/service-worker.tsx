'use client';

import { useEffect } from 'react';

/** Registers this build's service worker, after the page has what it needs. Shows nothing. */
export function ServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    // A browser that refuses (private windows) lacks the offline page and nothing else.
    const register = () =>
      void navigator.serviceWorker.register(`/sw.js?build=${process.env.HEADCRAFT_BUILD}`).catch(() => {});
    if (document.readyState === 'complete') register();
    else window.addEventListener('load', register, { once: true });
    return () => window.removeEventListener('load', register);
  }, []);
  return null;
}
