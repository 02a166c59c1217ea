import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';

type LikenessArcProps = {
  /** Likeness, 0–100. From 50 it is green, below amber: the line from which a picture is accepted. */
  value: number;
  /** Pixels: 48 in detail, 36 and 28 on cards, 16 in a film strip (number beside it). */
  size?: 48 | 36 | 28 | 16;
  className?: string;
};

/** How much a picture looks like its selfies: a 270° arc with the number inside. */
export function LikenessArc({ value, size = 36, className }: LikenessArcProps) {
  const { t } = useTexts();
  const score = Math.round(Math.min(100, Math.max(0, value)));
  const stroke = size === 48 ? 3 : size === 16 ? 2 : 2.5;
  const radius = (size - stroke) / 2;
  const circle = 2 * Math.PI * radius;
  const arc = circle * 0.75;
  const ring = {
    cx: size / 2,
    cy: size / 2,
    r: radius,
    fill: 'none',
    strokeWidth: stroke,
    strokeLinecap: 'round' as const,
  };
  return (
    <span
      role="img"
      aria-label={t('ui.client.likeness', { score })}
      className={cn(
        'inline-flex items-center gap-1 font-semibold',
        size === 48 ? 'text-16' : 'text-12',
        className,
      )}
    >
      <span className="relative grid flex-none place-items-center" style={{ width: size, height: size }}>
        <svg viewBox={`0 0 ${size} ${size}`} className="absolute inset-0 rotate-[135deg]" aria-hidden="true">
          <circle {...ring} stroke="var(--wash-2)" strokeDasharray={`${arc} ${circle}`} />
          <circle
            {...ring}
            stroke={score >= 50 ? 'var(--good)' : 'var(--warn)'}
            strokeDasharray={`${(arc * score) / 100} ${circle}`}
          />
        </svg>
        {size !== 16 && <b className="relative font-semibold">{score}</b>}
      </span>
      {size === 16 && <b className="font-semibold">{score}</b>}
    </span>
  );
}
