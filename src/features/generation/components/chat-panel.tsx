'use client';

import { MessageSquare } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTexts } from '#use-texts';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { Preferences } from '../preferences/preference-rules';

const load = () => import('./conversation');
const Conversation = lazy(load);

export type ChatPanelProps = {
  team: string;
  style: string;
  engine: 'studio' | undefined;
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
  /** Where the words are read, a sentence. */
  privacy: string;
};

/** Wishes in one's own words, for who likes that better than rows. Closed until it is asked for. */
export function ChatPanel(props: ChatPanelProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  const near = () => void load().catch(() => {});
  const toggle = () =>
    void load().then(
      () => setOpen(!open),
      () => toast.error(t('ui.client.lost.part')),
    );
  return (
    <div className="justify-self-stretch">
      <Button
        size="sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
        onPointerEnter={near}
        onFocus={near}
        className="text-fill-ink"
      >
        <MessageSquare className="size-4" aria-hidden="true" />
        {t('generation.client.chat.open')}
      </Button>
      <div id={id} hidden={!open} className="mt-3 max-w-form rounded-card border bg-card p-4">
        {open && (
          <Suspense fallback={<ApertureSpinner className="size-4 text-ink-2" />}>
            <Conversation {...props} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
