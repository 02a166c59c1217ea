'use client';

import { Menu } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTexts } from '#use-texts';

/** The menu of public pages on a phone: a native `<details>` that also closes when a link in it is followed. */
export function PublicMenu({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const details = useRef<HTMLDetailsElement>(null);
  return (
    <details ref={details} className="group relative ml-auto md:hidden">
      <summary
        aria-label={t('ui.client.menu')}
        className="-mr-3 grid size-control list-none place-items-center rounded-control text-ink-2 hover:bg-wash-2 hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <Menu className="size-5" aria-hidden="true" />
      </summary>
      <nav
        aria-label={t('ui.client.menu')}
        className="absolute right-0 z-30 mt-1 w-56 rounded-card border bg-card p-1 shadow-float"
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: following a link with Enter is a click too */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed */}
        <div className="grid" onClick={() => details.current?.removeAttribute('open')}>
          {children}
        </div>
      </nav>
    </details>
  );
}
