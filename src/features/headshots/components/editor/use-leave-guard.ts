'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

/** Where somebody was about to go; `back` is the browser's own button. */
type Way = { kind: 'link'; href: string } | { kind: 'back' };

/**
 * Asks before unsaved changes are left behind: by a link of the page, by the browser's back button, by closing the tab. The caller
 * shows the question while `asked` and answers it.
 */
export function useLeaveGuard(dirty: boolean) {
  const router = useRouter();
  const [way, setWay] = useState<Way | null>(null);
  const unsaved = useRef(dirty);
  const leaving = useRef(false);
  /** Whether this page lies in the history twice, so that one step back can be asked about. */
  const doubled = useRef(false);

  useEffect(() => {
    unsaved.current = dirty;
    if (!dirty || doubled.current) return;
    doubled.current = true;
    window.history.pushState(window.history.state, '', window.location.href);
  }, [dirty]);

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (unsaved.current && !leaving.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const href = leadsAway(event);
      if (!unsaved.current || href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWay({ kind: 'link', href });
    };
    const onBack = () => {
      if (leaving.current || !doubled.current) return;
      if (!unsaved.current) {
        doubled.current = false;
        window.history.back();
        return;
      }
      window.history.pushState(window.history.state, '', window.location.href);
      setWay({ kind: 'back' });
    };
    window.addEventListener('beforeunload', onUnload);
    window.addEventListener('popstate', onBack);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('popstate', onBack);
      document.removeEventListener('click', onClick, true);
    };
  }, []);

  return {
    asked: way !== null,
    stay: () => setWay(null),
    leave: () => {
      leaving.current = true;
      if (way?.kind === 'link') router.push(way.href);
      else window.history.go(-2);
    },
  };
}

/** The address of a pressed link to another page of this site; null when nothing is left behind by it. */
function leadsAway(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return null;
  if (link.origin !== window.location.origin || link.hash) return null;
  return `${link.pathname}${link.search}`;
}
