import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';

type TickSliderProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  label: string;
  /** The value as written at the right: "+8", "35". */
  shown: string;
};

/** One adjustment of a picture: a native range whose track is the tick scale. */
export function TickSlider({ label, shown, className, ...rest }: TickSliderProps) {
  return (
    <label
      className={cn('grid h-8 grid-cols-[88px_1fr_28px] items-center gap-3 pointer-coarse:h-11', className)}
    >
      <span className="text-ink-2">{label}</span>
      <input
        type="range"
        aria-valuetext={shown}
        className="tick-range h-full w-full min-w-0 cursor-ew-resize appearance-none bg-transparent"
        {...rest}
      />
      <span aria-hidden="true" className="text-right font-label text-ink-2">
        {shown}
      </span>
    </label>
  );
}
