// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { buttonClass } from '@/components/ui/button';
import { overlayClass } from '@/components/ui/dialog';

export type LightboxPicture = { src: string; alt: string; caption?: ReactNode };

type LightboxProps = {
  pictures: readonly LightboxPicture[];
  /** Which one is open; null is closed. */
  index: number | null;
  onIndexChange: (index: number | null) => void;
  /** Buttons for the open picture: favourite, download. */
  actions?: ReactNode;
};

/** One picture as large as the window allows; arrow keys turn to the next, Escape closes. */
export function Lightbox({ pictures, index, onIndexChange, actions }: LightboxProps) {
  const picture = index === null ? undefined : pictures[index];
  // The dialog has no trigger of its own: focus goes back to whatever opened it.
  const opener = useRef<Element | null>(null);
  const turn = (by: number) => {
    if (index === null) return;
    onIndexChange((index + by + pictures.length) % pictures.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
  };
  return (
    <Primitive.Root open={picture !== undefined} onOpenChange={(open) => !open && onIndexChange(null)}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClass} />
        {picture && (
          <Primitive.Content
            aria-describedby={undefined}
            onKeyDown={onKeyDown}
            onOpenAutoFocus={() => {
              opener.current = document.activeElement;
            }}
            onCloseAutoFocus={() => {
              if (opener.current instanceof HTMLElement) opener.current.focus();
            }}
            className="fixed inset-0 z-50 grid grid-rows-[auto_minmax(0,1fr)_auto] bg-paper outline-none data-[state=open]:animate-fade"
          >
            <header className="flex h-14 items-center justify-between gap-3 border-b px-5">
              <Primitive.Title className="font-semibold">
                {picture.caption ?? picture.alt}
                <span className="ml-2 font-normal text-ink-3">
                  {(index ?? 0) + 1} of {pictures.length}
                </span>
              </Primitive.Title>
              <Primitive.Close aria-label="Close" className={buttonClass('bare', 'icon')}>
                <X className="size-5" aria-hidden="true" />
              </Primitive.Close>
            </header>
            <div className="light relative grid min-h-0 place-items-center p-4 sm:p-8">
              <img
                key={picture.src}
                src={picture.src}
                alt={picture.alt}
                className="max-h-full min-h-0 max-w-full animate-fade rounded-picture object-contain"
              />
              {pictures.length > 1 && (
                <>
                  <Turn side="left" onClick={() => turn(-1)} />
                  <Turn side="right" onClick={() => turn(1)} />
                </>
              )}
            </div>
            {actions && (
              <footer className="flex min-h-16 flex-wrap items-center justify-center gap-2 border-t px-5 py-3">
                {actions}
              </footer>
            )}
          </Primitive.Content>
        )}
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Turn({ side, onClick }: { side: 'left' | 'right'; onClick: () => void }) {
  const Icon = side === 'left' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={side === 'left' ? 'Previous picture' : 'Next picture'}
      className={buttonClass(
        'default',
        'icon',
        side === 'left'
          ? 'absolute top-1/2 left-3 -translate-y-1/2'
          : 'absolute top-1/2 right-3 -translate-y-1/2',
      )}
    >
      <Icon className="size-5" aria-hidden="true" />
    </button>
  );
}
