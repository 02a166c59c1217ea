import type { ReactNode } from 'react';
import { Bust, LineDrawing } from '@/components/brand/line-drawing';

/** A photo that a good set has. */
export type SelfieExample = 'front' | 'left' | 'right' | 'smile' | 'backgrounds';

const eyes = <path d="M-4-1v.01M4-1v.01" strokeWidth="2.4" />;

const EXAMPLES: Record<SelfieExample, ReactNode> = {
  front: (
    <Bust x={24} y={18}>
      {eyes}
      <path d="M-3 4.5h6" />
    </Bust>
  ),
  left: (
    <Bust x={24} y={18}>
      <path d="m-9-3-5 3 4 3" />
      <path d="M-5-1v.01" strokeWidth="2.4" />
    </Bust>
  ),
  right: (
    <Bust x={24} y={18}>
      <path d="m9-3 5 3-4 3" />
      <path d="M5-1v.01" strokeWidth="2.4" />
    </Bust>
  ),
  smile: (
    <Bust x={24} y={18}>
      {eyes}
      <path d="M-4.5 3c2.5 4 6.5 4 9 0z" stroke="var(--key)" />
    </Bust>
  ),
  backgrounds: (
    <g>
      <g opacity=".55">
        <rect x="1" y="6" width="21" height="44" rx="3" />
        <path d="M1 16h21M1 26h21M1 36h21" strokeDasharray="2 3" />
      </g>
      <rect x="26" y="6" width="21" height="44" rx="3" />
      <path d="M26 20q5-6 10 0t11 0" stroke="var(--key)" />
      <g fill="var(--card)">
        <Bust x={11.5} y={28} scale={0.5} />
        <Bust x={36.5} y={28} scale={0.5} />
      </g>
    </g>
  ),
};

/** How such a photo looks, 48 × 56. The words beside it say the same. */
export function SelfieExampleDrawing({ example }: { example: SelfieExample }) {
  return (
    <LineDrawing width={48} height={56} className="flex-none phone:h-11 phone:w-auto">
      {EXAMPLES[example]}
    </LineDrawing>
  );
}
