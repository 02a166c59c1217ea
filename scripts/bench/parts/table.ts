export type Row = {
  what: string;
  /** What is measured, and what it is compared with. */
  value: string;
  against: string;
  ratio: number;
  aim: { least: number } | { most: number };
};

export const meets = ({ ratio, aim }: Row): boolean =>
  'least' in aim ? ratio >= aim.least : ratio <= aim.most;

/** A table for people; the last column says whether the aim is met. */
export function printTable(rows: readonly Row[]): void {
  const head = ['', 'value', 'against', 'ratio', 'aim', ''];
  const cells = rows.map((row) => [
    row.what,
    row.value,
    row.against,
    row.ratio.toFixed(2),
    'least' in row.aim ? `≥ ${row.aim.least.toFixed(2)}` : `≤ ${row.aim.most.toFixed(2)}`,
    meets(row) ? 'ok' : 'missed',
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => line[column]?.length ?? 0)),
  );
  for (const line of [head, ...cells]) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
