'use client';

import { Search } from 'lucide-react';
import { useTexts } from '#use-texts';
import { showPanel } from './command-store';
import { useCommandKey } from './key-choice';

/** Opens the palette: a line of the sidebar that also tells its keys. */
export function CommandButton() {
  const { t } = useTexts();
  const command = useCommandKey();
  return (
    <button
      type="button"
      onClick={() => showPanel('palette')}
      className="mb-3 flex h-9 w-full items-center gap-2.5 rounded-control px-2 text-left font-label text-ink-2 transition-colors hover:bg-wash hover:text-ink"
    >
      <Search className="size-4" aria-hidden="true" />
      <span className="flex-1">{t('shell.client.search.title')}</span>
      <kbd className="font-sans text-12 text-ink-3">{command} K</kbd>
    </button>
  );
}
