export type Bar = {
  /** Names the bar, unique: "Nov 26". */
  label: string;
  /** Below the bar, where the name would be long: "Nov". With more than six, some are left out so that they never touch. */
  tick?: string;
  value: number;
  /** Outlined, on top of the value: what was released. */
  ghost?: number;
};

type BarChartProps = {
  /** The whole in one sentence, read aloud before the numbers. */
  label: string;
  bars: readonly Bar[];
  /** How a number is written: "$79", "1,200". */
  format?: (value: number) => string;
};

const PLOT = { top: 20, right: 320, bottom: 132 };
const HEIGHT = 156;

/** Width of a character below the bars, in the units of the plot. */
const TICK_CHARACTER = 6.5;

/** The next round number at or above, so that three equal steps fill the axis: 3, 6, 9, 15, 30, 60, 90 … */
export function roundedTop(max: number): number {
  if (max <= 3) return 3;
  const power = 10 ** Math.floor(Math.log10(max / 3));
  const step = [1, 2, 3, 5, 10].map((factor) => factor * power).find((size) => size * 3 >= max);
  return (step ?? power * 10) * 3;
}

/**
 * Numbers over time as bars in key, on the paper of a card. Drawn on the server, without a script: the pointer's column tells its
 * number above the plot, and a table that is not seen has them all for who listens.
 */
export function BarChart({ label, bars, format = String }: BarChartProps) {
  const top = roundedTop(Math.max(0, ...bars.map((bar) => bar.value + (bar.ghost ?? 0))));
  const lines = [0, 1, 2, 3].map((line) => (top / 3) * line);
  const left = 16 + 7 * Math.max(...lines.map((value) => format(value).length));
  const height = PLOT.bottom - PLOT.top;
  // The newest bar stands in the middle above its tick, which ends where the lines do.
  const tick = TICK_CHARACTER * Math.max(0, ...bars.map((bar) => tickOf(bar).length));
  const count = Math.max(1, bars.length);
  const right = Math.min(PLOT.right, PLOT.right - (tick - (PLOT.right - left) / count) / 2);
  const pitch = (right - left) / count;
  const width = Math.min(18, pitch * 0.6);
  const y = (value: number) => PLOT.bottom - (value / top) * height;
  const every = Math.ceil(bars.length / 6);
  return (
    <figure className="relative mx-auto max-w-112">
      <svg
        viewBox={`0 0 ${PLOT.right} ${HEIGHT}`}
        aria-hidden="true"
        className="h-auto w-full overflow-visible text-12 tabular-nums"
      >
        {lines.map((value) => (
          <g key={value}>
            <line x1={left - 4} x2={PLOT.right} y1={y(value)} y2={y(value)} stroke="var(--line)" />
            <text x={left - 10} y={y(value) + 4} textAnchor="end" fill="var(--ink-3)">
              {format(value)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => {
          const start = left + pitch * index;
          const x = start + (pitch - width) / 2;
          const ghost = bar.ghost ?? 0;
          return (
            <g key={bar.label} className="group">
              {/* The whole column answers the pointer, however low the bar. */}
              <rect
                x={start}
                y={PLOT.top}
                width={pitch}
                height={height}
                className="fill-transparent group-hover:fill-wash"
              />
              <text
                x={PLOT.right}
                y={10}
                textAnchor="end"
                fill="var(--ink-2)"
                className="pointer-events-none opacity-0 group-hover:opacity-100"
              >
                {bar.label}: {format(bar.value)}
              </text>
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
              {/* Counted from the newest, which always has its name. */}
              {(bars.length - 1 - index) % every === 0 && (
                <text x={x + width / 2} y={150} textAnchor="middle" fill="var(--ink-3)">
                  {tickOf(bar)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <div className="sr-only">
        <table>
          <caption>{label}</caption>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td>{format(bar.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function tickOf({ label, tick }: Bar): string {
  return tick ?? label;
}
