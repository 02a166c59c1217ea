import encodeQr from 'qr';

/** A code as squares: `size` modules a side, the quiet zone included, and the dark ones as an SVG path in those units. */
export type QrDrawing = { size: number; path: string };

/** Light modules around the code, as the standard asks for (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A text as a QR code, one path of horizontal runs. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const runs = rows.flatMap((row, y) =>
    runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`),
  );
  return { size: rows.length, path: runs.join('') };
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  }
  return runs;
}
