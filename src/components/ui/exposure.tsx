import type { CSSProperties } from 'react';
import { cn } from '@/components/ui/cn';

export type ExposureStage = {
  label: string;
  /** Its part of the whole, in percent; the stages add up to 100. */
  share: number;
};

type ExposureProps = {
  /** 0–100. */
  value: number;
  /** What is happening, read aloud: "Drawing picture 3 of 4". */
  label: string;
  stages?: readonly ExposureStage[];
  /** Index of the stage under way. */
  current?: number;
  className?: string;
};

/** Progress of long work, like film being exposed, with named stages below. The time left is the page's to say. */
export function Exposure({ value, label, stages = [], current = 0, className }: ExposureProps) {
  const percent = Math.round(Math.min(100, Math.max(0, value)));
  const style = { '--progress': `${percent}%` } as CSSProperties;
  return (
    <div className={className}>
      <div
        className="exposure"
        style={style}
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={label}
      />
      {stages.length > 0 && (
        <ol
          className="grid text-12 text-ink-3"
          style={{ gridTemplateColumns: stages.map((stage) => `minmax(0, ${stage.share}fr)`).join(' ') }}
        >
          {stages.map((stage, index) => (
            <li
              key={stage.label}
              aria-current={index === current ? 'step' : undefined}
              className={cn(
                'whitespace-nowrap border-edge border-l pt-2 pl-[5px]',
                index < current && 'text-ink-2',
                index === current && 'font-semibold text-ink',
              )}
            >
              {stage.label}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
