import { cn } from '@/components/ui/cn';

const BLADES =
  'M18.14 12.06 A8.4 8.4 0 0 1 13.43 17.67 L13.43 9.35ZM12.28 18.08 A8.4 8.4 0 0 1 5.08 16.81 L12.28 12.65ZM4.14 16.02 A8.4 8.4 0 0 1 1.64 9.14 L8.85 13.3ZM1.86 7.94 A8.4 8.4 0 0 1 6.57 2.33 L6.57 10.65ZM7.72 1.92 A8.4 8.4 0 0 1 14.92 3.19 L7.72 7.35ZM15.86 3.98 A8.4 8.4 0 0 1 18.36 10.86 L11.15 6.7Z';

/** Smaller blades, leaving room for the ring of a hold. */
const HELD_BLADES =
  'M15.88 11.64 A6.1 6.1 0 0 1 12.47 15.58 L12.47 9.67ZM11.52 15.91 A6.1 6.1 0 0 1 6.4 14.93 L11.52 11.97ZM5.64 14.27 A6.1 6.1 0 0 1 3.94 9.35 L9.05 12.3ZM4.12 8.36 A6.1 6.1 0 0 1 7.53 4.42 L7.53 10.33ZM8.48 4.09 A6.1 6.1 0 0 1 13.6 5.07 L8.48 8.03ZM14.36 5.73 A6.1 6.1 0 0 1 16.06 10.65 L10.95 7.7Z';

type ApertureProps = { className?: string; held?: boolean };

/** The credit glyph: six blades; `held` puts the ring of a hold around it. Decorative, always beside a number. */
export function Aperture({ className, held = false }: ApertureProps) {
  return (
    <svg viewBox="0 0 20 20" className={cn('size-4 flex-none', className)} aria-hidden="true">
      <path fill="currentColor" d={held ? HELD_BLADES : BLADES} />
      {held && <circle cx="10" cy="10" r="8.9" fill="none" stroke="var(--key)" strokeWidth="1.4" />}
    </svg>
  );
}

/** Work under way, inside buttons and small places. Long work gets an `Exposure` bar instead. */
export function ApertureSpinner({ className }: { className?: string }) {
  return <Aperture className={cn('animate-spin', className)} />;
}
