'use client';

import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { buttonClass } from '@/components/ui/button-class';
import { overlayClass } from '@/components/ui/panel-class';
import { ZoomStage } from '@/components/ui/zoom-stage';
import type { LightboxProps } from './lightbox';

/** The large view from its first opening on. */
export default function LightboxPanel({ pictures, index, onIndexChange, actions }: LightboxProps) {
  const { t } = useTexts();
  const picture = index === null ? undefined : pictures[index];
  // The dialog has no trigger of its own: focus goes back to whatever opened it.
  const opener = useRef<Element | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const turn = (by: number) => {
    if (index === null) return;
    setZoomed(false);
    onIndexChange((index + by + pictures.length) % pictures.length);
  };
  const close = () => {
    setZoomed(false);
    onIndexChange(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') setZoomed(true);
    if (event.key === '-') setZoomed(false);
    if (zoomed) return;
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
  };
  return (
    <Primitive.Root open={picture !== undefined} onOpenChange={(open) => !open && close()}>
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
            className="fixed inset-0 z-50 grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] bg-paper outline-none data-[state=open]:animate-fade"
          >
            <header className="flex h-14 items-center justify-between gap-3 border-b px-5">
              <Primitive.Title className="font-semibold">
                {picture.caption ?? picture.alt}
                <span className="ml-2 font-normal text-ink-3">
                  {t('ui.client.lightbox.place', { place: (index ?? 0) + 1, all: pictures.length })}
                </span>
              </Primitive.Title>
              <div className="flex gap-1">
                <button
                  type="button"
                  aria-label={t('ui.client.lightbox.enlarge')}
                  aria-pressed={zoomed}
                  onClick={() => setZoomed(!zoomed)}
                  className={buttonClass('bare', 'icon')}
                >
                  {zoomed ? (
                    <ZoomOut className="size-5" aria-hidden="true" />
                  ) : (
                    <ZoomIn className="size-5" aria-hidden="true" />
                  )}
                </button>
                <Primitive.Close aria-label={t('ui.client.close')} className={buttonClass('bare', 'icon')}>
                  <X className="size-5" aria-hidden="true" />
                </Primitive.Close>
              </div>
            </header>
            <div className="light relative min-h-0">
              <ZoomStage
                src={picture.src}
                alt={picture.alt}
                zoomed={zoomed}
                onZoom={setZoomed}
                onTurn={turn}
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
  const { t } = useTexts();
  const Icon = side === 'left' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={t(side === 'left' ? 'ui.client.lightbox.previous' : 'ui.client.lightbox.next')}
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
