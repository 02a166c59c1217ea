'use client';

import { ImageUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import { useCheck } from './use-check';
import { VerdictCard } from './verdict-card';

/** Drop, paste or choose a picture; the answer appears below. */
export function CheckPicture() {
  const { t } = useTexts();
  const { check, verify } = useCheck();
  const [dragging, setDragging] = useState(false);
  const latest = useRef(verify);
  useEffect(() => {
    latest.current = verify;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? [];
      if (file) latest.current(file);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) verify(file);
  };
  return (
    <div className="grid gap-6">
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setDragging(true);
        }}
        onDragLeave={() => setDragging(false)}
        onDrop={(event) => {
          event.preventDefault();
          setDragging(false);
          take(event.dataTransfer.files);
        }}
        className={cn(
          'grid min-h-56 cursor-pointer place-content-center justify-items-center gap-2 rounded-card border border-edge border-dashed bg-card p-6 text-center text-ink-2 transition-colors hover:bg-wash hover:text-ink',
          'has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2',
          dragging && 'border-key bg-key-wash text-ink',
        )}
      >
        <input
          type="file"
          accept="image/*"
          className="sr-only"
          onChange={(event) => {
            take(event.currentTarget.files);
            // Choosing the same file again must be a change again.
            event.currentTarget.value = '';
          }}
        />
        <ImageUp className="size-6" strokeWidth={1.5} aria-hidden="true" />
        <span className="font-semibold text-16 text-ink">{t('privacy.client.verify.choose')}</span>
        <span className="phone:hidden">
          {t(dragging ? 'privacy.client.verify.letGo' : 'privacy.client.verify.ways')}
        </span>
      </label>
      <div aria-live="polite">{check.state !== 'idle' && <VerdictCard check={check} />}</div>
    </div>
  );
}
