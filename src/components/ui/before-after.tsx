// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { type CSSProperties, type ReactNode, useState } from 'react';
import { useTexts } from '#use-texts';

type Side = {
  src: string;
  /** The same picture in other widths, with `sizes`. */
  srcSet?: string;
  sizes?: string;
  alt: string;
  label: string;
  /** Lays the picture under the other one; without it, it fills the frame. */
  style?: CSSProperties;
  /** A ground for a picture that is transparent in places. */
  className?: string;
};

type BeforeAfterProps = {
  before: Side;
  after: Side;
  /** width / height of both. */
  ratio?: keyof typeof RATIOS;
  /** Where the handle starts, percent from the left. */
  start?: number;
  /** The ruler below, as on the landing page. */
  ruler?: boolean;
  /** The pictures are the first thing in view: load them at once. */
  eager?: boolean;
  children?: ReactNode;
  className?: string;
};

const RATIOS = { '4/5': 'aspect-4/5', '3/4': 'aspect-3/4', '1/1': 'aspect-square' } as const;

const HANDLE_ARROWS =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%231c1714' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m9 7-5 5 5 5m6-10 5 5-5 5'/%3E%3C/svg%3E\")";

/** Selfie and headshot on top of each other; a native range drives the edge, so keys and touch just work. */
export function BeforeAfter({
  before,
  after,
  ratio = '4/5',
  start = 50,
  ruler = false,
  eager = false,
  children,
  className,
}: BeforeAfterProps) {
  const { t, language } = useTexts();
  // Within a sentence English writes them small; German nouns stay as they are.
  const named = ({ label }: { label: string }) => (language === 'en' ? label.toLowerCase() : label);
  const [edge, setEdge] = useState(start);
  const picture = 'absolute inset-0 size-full object-cover';
  const loading = eager ? 'eager' : 'lazy';
  return (
    // `data-compare`: the front page, which runs no React, moves the edge by `public/front-page.js`.
    <div style={{ '--edge-x': `${edge}%` } as CSSProperties} className={className} data-compare>
      <div
        className={`group/compare relative isolate overflow-hidden rounded-picture bg-wash-2 ${RATIOS[ratio]}`}
      >
        <img
          src={before.src}
          srcSet={before.srcSet}
          sizes={before.sizes}
          alt={before.alt}
          loading={loading}
          fetchPriority={eager ? 'high' : undefined}
          style={before.style}
          className={before.style ? 'absolute max-w-none' : picture}
        />
        <img
          src={after.src}
          srcSet={after.srcSet}
          sizes={after.sizes}
          alt={after.alt}
          loading={loading}
          fetchPriority={eager ? 'high' : undefined}
          className={`${picture} [clip-path:inset(0_0_0_var(--edge-x))] ${after.className ?? ''}`}
        />
        <Tag className="left-3">{before.label}</Tag>
        <Tag className="right-3">{after.label}</Tag>
        <span
          aria-hidden="true"
          className="absolute inset-y-0 left-(--edge-x) -ml-px w-0.5 bg-[oklch(100%_0_0)] shadow-[0_0_0_1px_oklch(0%_0_0/.12)]"
        >
          <span
            style={{ backgroundImage: HANDLE_ARROWS }}
            className="absolute top-1/2 left-1/2 -m-[22px] size-11 rounded-full bg-[length:20px] bg-[oklch(100%_0_0)] bg-center bg-no-repeat shadow-[0_1px_2px_oklch(0%_0_0/.2),0_6px_20px_oklch(0%_0_0/.2)] outline-offset-2 group-has-focus-visible/compare:outline-2 group-has-focus-visible/compare:outline-key"
          />
        </span>
        <input
          type="range"
          min={0}
          max={100}
          value={edge}
          onChange={(event) => setEdge(event.currentTarget.valueAsNumber)}
          aria-label={t('ui.client.compare.label', { before: named(before), after: named(after) })}
          aria-valuetext={t('ui.client.compare.value', { edge, before: named(before) })}
          className="absolute inset-0 m-0 size-full cursor-ew-resize touch-pan-y opacity-0"
        />
      </div>
      {ruler && (
        <div aria-hidden="true" className="relative mt-2.5 pb-2">
          <div className="ticks" />
          <span className="absolute -top-0.5 left-(--edge-x) -ml-[1.5px] h-[18px] w-[3px] bg-key" />
        </div>
      )}
      {children}
    </div>
  );
}

function Tag({ className, children }: { className: string; children: string }) {
  return (
    <span
      className={`absolute top-3 rounded-tag bg-[oklch(16%_.006_60/.74)] px-2 py-1 font-medium text-12 text-[oklch(98%_.004_85)] ${className}`}
    >
      {children}
    </span>
  );
}
