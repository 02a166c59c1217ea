// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type PictureFrameProps = {
  /** Leave out while it is not developed yet: the frame shows soft light. */
  src?: string | undefined;
  /** What the picture is, for those who do not see it. */
  alt: string;
  /** width / height. */
  ratio?: '4/5' | '3/4' | '1/1';
  /** 14 px corners for pictures, 10 px for small ones. */
  small?: boolean;
  selected?: boolean;
  /** A preview that is not sharp yet, in px of blur; 0 develops it. */
  blur?: number;
  /** Shown by the browser at once, not when it scrolls into view. */
  eager?: boolean;
  /** Tags, buttons: placed over the picture. */
  children?: ReactNode;
  className?: string;
};

const RATIOS = { '4/5': 'aspect-4/5', '3/4': 'aspect-3/4', '1/1': 'aspect-square' } as const;

/** The frame of a picture; keeps its shape while the picture loads, so that nothing moves. */
export function PictureFrame({
  src,
  alt,
  ratio = '4/5',
  small = false,
  selected = false,
  blur = 0,
  eager = false,
  children,
  className,
}: PictureFrameProps) {
  return (
    <span
      className={cn(
        'relative block overflow-hidden after:pointer-events-none after:absolute after:inset-0 after:rounded-[inherit] after:shadow-[inset_0_0_0_1px_oklch(21%_0.01_60/0.07)] dark:after:shadow-[inset_0_0_0_1px_oklch(100%_0_0/0.06)]',
        RATIOS[ratio],
        small ? 'rounded-card' : 'rounded-picture',
        src && 'bg-wash-2',
        selected && 'outline-2 outline-key outline-offset-2',
        className,
      )}
    >
      {src ? (
        <img
          src={src}
          alt={alt}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          style={
            blur > 0 ? { filter: `blur(${blur}px) saturate(.7) brightness(1.04)`, scale: '1.12' } : undefined
          }
          className="size-full object-cover transition-[filter,scale] duration-400"
        />
      ) : (
        <span role="img" aria-label={alt} className="light-frame block size-full" />
      )}
      {children}
    </span>
  );
}

/** Two words over a picture, readable on anything. Place it with `className`. */
export function PictureTag({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={cn(
        'absolute rounded-tag bg-[oklch(16%_.006_60/.74)] px-2 py-1 font-medium text-12 text-[oklch(98%_.004_85)]',
        className,
      )}
    >
      {children}
    </span>
  );
}
