// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';

type ZoomStageProps = {
  src: string;
  alt: string;
  zoomed: boolean;
  onZoom: (zoomed: boolean) => void;
  /** A swipe on a touch screen: 1 for the next picture, −1 for the one before. */
  onTurn: (by: 1 | -1) => void;
};

/** Px that a finger moves before it is a swipe. */
const SWIPE = 48;

/** One picture, whole or two and a half times as large. Larger, it is looked around in by scrolling: wheel, finger, arrow keys. */
export function ZoomStage({ src, alt, zoomed, onZoom, onTurn }: ZoomStageProps) {
  const { t } = useTexts();
  const frame = useRef<HTMLElement>(null);
  const began = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const box = frame.current;
    if (!box || !zoomed) return;
    // The face lies in the upper middle.
    box.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) * 0.25);
    box.focus();
  }, [zoomed]);
  const onPointerUp = (event: PointerEvent) => {
    const from = began.current;
    began.current = null;
    if (!from || zoomed || event.pointerType !== 'touch') return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) onTurn(x < 0 ? 1 : -1);
  };
  return (
    <section
      ref={frame}
      // What scrolls must be reached by keys.
      tabIndex={zoomed ? 0 : undefined}
      aria-label={zoomed ? t('ui.client.lightbox.zoomed') : 'Picture'}
      onPointerDown={(event) => {
        began.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerUp={onPointerUp}
      className={cn(
        'absolute inset-0 grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)]',
        zoomed
          ? '[place-items:safe_center] overflow-auto overscroll-contain'
          : 'touch-pinch-zoom place-items-center p-4 sm:p-8',
      )}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button and + and − do the same */}
      <img
        key={src}
        src={src}
        alt={alt}
        draggable={false}
        onClick={() => onZoom(!zoomed)}
        className={cn(
          'animate-fade',
          zoomed
            ? 'h-[250%] w-auto max-w-none cursor-zoom-out'
            : 'max-h-full min-h-0 max-w-full cursor-zoom-in rounded-picture object-contain',
        )}
      />
    </section>
  );
}
