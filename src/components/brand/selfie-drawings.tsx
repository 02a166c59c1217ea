import type { ReactNode } from 'react';
import { Arrow, Bust, LineDrawing } from '@/components/brand/line-drawing';

/** What was wrong with a photo. Each drawing shows it at the left, and how it should be at the right. */
export type SelfieProblem =
  | 'closer'
  | 'blurred'
  | 'too-dark'
  | 'too-bright'
  | 'side-light'
  | 'headroom'
  | 'shoulders'
  | 'angle'
  | 'covered'
  | 'sunglasses'
  | 'eyes-closed'
  | 'two-people'
  | 'no-face'
  | 'duplicate'
  | 'somebody-else';

const frame = <rect x="-20" y="-24" width="40" height="62" rx="4" strokeDasharray="2 4" />;

const sun = (
  <g stroke="var(--key)">
    <circle cx="-16" cy="-16" r="4" />
    <path d="M-16-24v-1M-24-16h-1M-22-22l-.7-.7M-10-22l.7-.7M-22-10l-.7.7" />
  </g>
);

const eyes = <path d="M-4-1v.01M4-1v.01" strokeWidth="2.4" />;
const smile = <path d="M-3.5 4c2 2 5 2 7 0" />;

/** Left: the mistake, drawn around a head at the origin. */
const WRONG: Record<SelfieProblem, ReactNode> = {
  closer: (
    <g>
      {frame}
      <Bust y={8} scale={0.5} />
    </g>
  ),
  blurred: (
    <g>
      <Bust y={0} />
      <circle cx="4" r="10" strokeDasharray="2 4" />
    </g>
  ),
  'too-dark': (
    <g>
      <Bust y={0} />
      <path d="M-7-6 6 7M-9-1l8 8M-2-9l9 9" />
    </g>
  ),
  'too-bright': (
    <g>
      <Bust y={0} strokeDasharray="1 5" />
      <path d="M0-18v-4M13-13l3-3M-13-13l-3-3M18 0h4M-18 0h-4" />
    </g>
  ),
  'side-light': (
    <g>
      <Bust y={0} />
      <path d="M1-9v18M4-8v16M7-6v12" />
    </g>
  ),
  headroom: (
    <g>
      <path d="M-10 2a10 10 0 0 0 20 0M-17 39c1-14 7-20 17-20s16 6 17 20" />
      <path d="M-20-2h40" strokeDasharray="2 4" />
    </g>
  ),
  shoulders: (
    <g>
      {frame}
      <circle cy="4" r="17" />
    </g>
  ),
  angle: (
    <g>
      <Bust y={0}>
        <path d="m9-3 5 3-4 3" />
      </Bust>
    </g>
  ),
  covered: (
    <g>
      <Bust y={0}>
        {eyes}
        <path d="M-9 3h18v5q-9 6-18 0z" />
      </Bust>
    </g>
  ),
  sunglasses: (
    <Bust y={0}>
      <path d="M-8-3h6v3q-3 3-6 0zM2-3h6v3q-3 3-6 0zM-2-2h4" fill="currentColor" />
    </Bust>
  ),
  'eyes-closed': (
    <Bust y={0}>
      <path d="M-6-1q2 2 4 0M2-1q2 2 4 0" />
    </Bust>
  ),
  'two-people': (
    <g>
      <Bust x={-7} y={0} scale={0.85} />
      <Bust x={12} y={4} scale={0.7} />
    </g>
  ),
  'no-face': (
    <g>
      {frame}
      <path d="M-6 3l12 12M6 3l-12 12" />
    </g>
  ),
  duplicate: (
    <g>
      <rect x="-18" y="-20" width="26" height="34" rx="3" />
      <rect x="-10" y="-12" width="26" height="34" rx="3" fill="var(--card)" />
      <Bust x={3} y={2} scale={0.45} />
    </g>
  ),
  'somebody-else': (
    <Bust y={0}>
      <path d="M-12 2c-3-20 27-20 24 0M-3-2q3-4 6 0q0 2-3 4M0 6v.01" />
    </Bust>
  ),
};

/** Right: the photo we want, when it is more than a plain head and shoulders. */
const RIGHT: Partial<Record<SelfieProblem, ReactNode>> = {
  closer: <g opacity=".55">{frame}</g>,
  shoulders: <g opacity=".55">{frame}</g>,
  headroom: <path d="M-20-20h40" strokeDasharray="2 4" opacity=".55" />,
  'too-dark': sun,
  'too-bright': <path d="M-22-8q6-14 20-16" strokeDasharray="2 4" opacity=".55" />,
  'side-light': sun,
  duplicate: <path d="m9-3 5 3-4 3" />,
};

const LOOKING: ReadonlySet<SelfieProblem> = new Set([
  'angle',
  'duplicate',
  'covered',
  'sunglasses',
  'eyes-closed',
  'somebody-else',
]);

/** How to take the photo again, 108 × 70. The sentence beside it says the same in words. */
export function SelfieDrawing({ problem, className }: { problem: SelfieProblem; className?: string }) {
  return (
    <LineDrawing width={108} height={70} className={className}>
      <g opacity=".55" transform="translate(24 27)">
        {WRONG[problem]}
      </g>
      <Arrow />
      <g transform="translate(84 27)">
        <Bust y={0} lit>
          {LOOKING.has(problem) && eyes}
          {LOOKING.has(problem) && smile}
        </Bust>
        {RIGHT[problem]}
      </g>
    </LineDrawing>
  );
}
