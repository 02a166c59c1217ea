// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
import { cn } from '@/components/ui/cn';

/** First letters of the first and last word, or the first two letters of one word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s.@_-]+/)
    .filter(Boolean);
  const [first = '?'] = words;
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}

type AvatarProps = {
  name: string;
  src?: string | null | undefined;
  /** Pixels. */
  size?: 24 | 28 | 36 | 44 | 64;
  /** The name is not written beside it, so it has to be read aloud here. */
  alone?: boolean;
  /** A team: rounded square on ink instead of a circle. */
  square?: boolean;
  className?: string;
};

/** A person's picture, or their initials while there is none. */
export function Avatar({ name, src, size = 28, alone = false, square = false, className }: AvatarProps) {
  const shape = cn('flex-none', square ? 'rounded-tag' : 'rounded-full', className);
  if (src) {
    return (
      <img
        src={src}
        alt={alone ? name : ''}
        width={size}
        height={size}
        style={{ width: size, height: size }}
        className={cn(shape, 'bg-wash-2 object-cover')}
      />
    );
  }
  return (
    <span
      {...(alone ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
      style={{ width: size, height: size, fontSize: Math.max(12, size * 0.36) }}
      className={cn(
        shape,
        'grid place-items-center font-semibold leading-none tracking-[0.01em]',
        square ? 'bg-ink text-paper' : 'bg-wash-2 text-ink-2',
      )}
    >
      {square ? initialsOf(name).slice(0, 1) : initialsOf(name)}
    </span>
  );
}
