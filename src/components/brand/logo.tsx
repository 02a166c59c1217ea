import { WORDMARK } from '@/lib/wordmark';

const { viewBox, arch, stroke, head, letters } = WORDMARK;

type LogoProps = { className?: string };

/** "headcraft": the h's arch is the shoulders and its dot the head. Outlines only; from 16 px high. */
export function Wordmark({ className = 'h-[22px] w-auto' }: LogoProps) {
  return (
    <svg viewBox={viewBox} className={className} role="img" aria-label="headcraft">
      <path d={arch} fill="none" stroke="currentColor" strokeWidth={stroke} />
      <circle cx={head.x} cy={head.y} r={head.radius} fill="var(--key)" />
      <path fill="currentColor" d={letters} />
    </svg>
  );
}

/** The mark alone, for small places; from 14 px. */
export function Mark({ className = 'size-6' }: LogoProps) {
  return (
    <svg viewBox="0 0 32 32" className={className} role="img" aria-label="headcraft">
      <path
        d="M7.5 3.5v25M7.5 28.5V23a8.5 8.5 0 0 1 17 0v5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="4.6"
      />
      <circle cx="17.4" cy="7" r="4.4" fill="var(--key)" />
    </svg>
  );
}
