export type Row = {
  what: string;
  /** What is measured, and what it is compared with. */
  value: string;
  against: string;
  ratio: number;
  /** Without one the row is only told. */
  aim?: { least: number } | { most: number };
};

export function meets({ ratio, aim }: Row): boolean {
  if (!aim) return true;
  return 'least' in aim ? ratio >= aim.least : ratio <= aim.most;
}

function describeAim({ aim }: Row): string {
  if (!aim) return '';
  return 'least' in aim ? `≥ ${aim.least.toFixed(2)}` : `≤ ${aim.most.toFixed(2)}`;
}

/** A table for people; the last column says whether the aim is met. */
export function printTable(rows: readonly Row[]): void {
  const head = ['', 'value', 'against', 'ratio', 'aim', ''];
  const cells = rows.map((row) => [
    row.what,
    row.value,
    row.against,
    row.ratio.toFixed(2),
    describeAim(row),
    row.aim ? (meets(row) ? 'ok' : 'missed') : '',
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
