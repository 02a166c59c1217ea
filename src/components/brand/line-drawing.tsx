import type { ReactNode, SVGProps } from 'react';

type LineDrawingProps = { width: number; height: number; children: ReactNode; className?: string };

/** The paper every illustration is drawn on: 1.5 px lines in ink, one line in key. Decorative. */
export function LineDrawing({ width, height, children, className }: LineDrawingProps) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {children}
    </svg>
  );
}

type BustProps = SVGProps<SVGGElement> & {
  x?: number;
  y?: number;
  scale?: number;
  /** The head in key colour: this is the one that is right. */
  lit?: boolean;
  shoulders?: boolean;
};

/** A head and its shoulders, 34 wide and 50 high, around (x, y) of the head's centre. */
export function Bust({
  x = 0,
  y = 27,
  scale = 1,
  lit = false,
  shoulders = true,
  children,
  ...rest
}: BustProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} {...rest}>
      <circle r="10" stroke={lit ? 'var(--key)' : undefined} />
      {shoulders && <path d="M-17 37c1-14 7-20 17-20s16 6 17 20" />}
      {children}
    </g>
  );
}

/** From the wrong photo to the right one. */
export function Arrow({ x = 50, y = 34 }: { x?: number; y?: number }) {
  return <path d={`M${x} ${y}h10m-4-4 4 4-4 4`} opacity=".55" />;
}
