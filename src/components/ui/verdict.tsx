// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type Tone = 'good' | 'warn' | 'bad' | 'info';

export const toneIcon = { good: CircleCheck, warn: TriangleAlert, bad: CircleX, info: Info } as const;

export const toneText: Record<Tone, string> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-fill-ink',
};

type VerdictProps = ComponentProps<'span'> & { tone: Tone };

/** A judgement: an icon, a word and a colour, never the colour alone. */
export function Verdict({ tone, className, children, ...rest }: VerdictProps) {
  const Icon = toneIcon[tone];
  return (
    <span className={cn('inline-flex items-start gap-1.5 font-medium', toneText[tone], className)} {...rest}>
      <Icon className="mt-[0.125lh] size-[0.75lh]" aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

type VerdictCardProps = {
  tone: Tone;
  /** One line: what is wrong and what to do. */
  title: ReactNode;
  /** The measured number against the limit. */
  detail?: ReactNode;
  thumbnail?: { src: string; alt: string };
  /** A `SelfieDrawing`; below the words where it would squeeze them. */
  drawing?: ReactNode;
  /** The button that repairs it. */
  action?: ReactNode;
};

/** What is wrong with one photo, with a drawn example and the way to fix it. */
export function VerdictCard({ tone, title, detail, thumbnail, drawing, action }: VerdictCardProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border bg-card p-3 pr-4">
      {thumbnail && (
        <img
          src={thumbnail.src}
          alt={thumbnail.alt}
          width={64}
          height={80}
          className="h-20 w-16 flex-none rounded-control object-cover"
        />
      )}
      <div className="min-w-0 flex-1 basis-48">
        <Verdict tone={tone}>{title}</Verdict>
        {detail && <p className="mt-0.5 text-ink-2">{detail}</p>}
      </div>
      {drawing && <span className="text-ink-2">{drawing}</span>}
      {action && <div className="phone:flex-1 phone:*:w-full">{action}</div>}
    </div>
  );
}
