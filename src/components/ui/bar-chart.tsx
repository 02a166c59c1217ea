export type Bar = {
  /** Below the bar, unique; with more than six, some are left out so that they never touch. */
  label: string;
  value: number;
  /** Outlined, on top of the value: what was released. */
  ghost?: number;
};

type BarChartProps = {
  /** The whole in one sentence, read aloud instead of the drawing. */
  label: string;
  bars: readonly Bar[];
};

const WIDTH = 320;
const PLOT = { left: 28, top: 8, right: WIDTH, bottom: 124 };

/** The next round number at or above, so that three equal steps fill the axis: 3, 6, 9, 15, 30, 60, 90 … */
export function roundedTop(max: number): number {
  if (max <= 3) return 3;
  const power = 10 ** Math.floor(Math.log10(max / 3));
  const step = [1, 2, 3, 5, 10].map((factor) => factor * power).find((size) => size * 3 >= max);
  return (step ?? power * 10) * 3;
}

/** Whole numbers over time as bars in key, on the paper of a card. Drawn on the server; no script. */
export function BarChart({ label, bars }: BarChartProps) {
  const top = roundedTop(Math.max(0, ...bars.map((bar) => bar.value + (bar.ghost ?? 0))));
  const height = PLOT.bottom - PLOT.top;
  const pitch = (PLOT.right - PLOT.left) / Math.max(1, bars.length);
  const width = Math.min(18, pitch * 0.6);
  const y = (value: number) => PLOT.bottom - (value / top) * height;
  const every = Math.ceil(bars.length / 6);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 148`}
      role="img"
      aria-label={label}
      className="h-auto w-full overflow-visible text-12 tabular-nums"
    >
      {[0, 1, 2, 3].map((line) => {
        const value = (top / 3) * line;
        return (
          <g key={line}>
            <line x1={PLOT.left - 4} x2={PLOT.right} y1={y(value)} y2={y(value)} stroke="var(--line)" />
            <text x={PLOT.left - 10} y={y(value) + 4} textAnchor="end" fill="var(--ink-3)">
              {value}
            </text>
          </g>
        );
      })}
      {bars.map((bar, index) => {
        const x = PLOT.left + pitch * index + (pitch - width) / 2;
        const ghost = bar.ghost ?? 0;
        return (
          <g key={bar.label} className="group">
            {/* The whole column answers the pointer, however low the bar. */}
            <rect
              x={PLOT.left + pitch * index}
              y={PLOT.top}
              width={pitch}
              height={height}
              className="fill-transparent group-hover:fill-wash"
            >
              <title>{`${bar.label}: ${bar.value}`}</title>
            </rect>
            {bar.value > 0 && (
              <rect
                x={x}
                y={y(bar.value)}
                width={width}
                height={PLOT.bottom - y(bar.value)}
                rx={Math.min(2, width / 3)}
                fill="var(--key)"
                className="pointer-events-none"
              />
            )}
            {ghost > 0 && (
              <rect
                x={x + 0.75}
                y={y(bar.value + ghost) - 1}
                width={width - 1.5}
                height={Math.max(2, y(bar.value) - y(bar.value + ghost) - 1)}
                rx="2"
                fill="none"
                stroke="var(--fill)"
                strokeWidth="1.5"
              />
            )}
            {index % every === 0 && (
              <text x={x + width / 2} y={142} textAnchor="middle" fill="var(--ink-3)">
                {bar.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
