/** Tables as CSV (RFC 4180, UTF-8), streamed page by page and safe to open in a spreadsheet. */

/** A text, a number, an amount of money in digits, or nothing. Numbers of ours are never formulas. */
export type Cell = string | number | { digits: string } | null;

/** US dollars with two digits, a minus in front of what was lost; empty without any. */
export function dollarCell(cents: number | null): Cell {
  return cents === null ? null : { digits: (cents / 100).toFixed(2) };
}

/** What a spreadsheet takes for the beginning of a formula. */
const BEGINS_FORMULA = /^(?=\s*[=+\-@]|[\t\r])/;
/** The end of a cell for those that go by semicolons, tabs or line breaks, with such a beginning behind it. */
const HIDES_FORMULA = /[;\t\r\n](?=\s*[=+\-@])/g;

/**
 * Quotes what needs it, for readers of semicolons, too; what a spreadsheet would run as a formula gets an apostrophe in front, also
 * where a cell would only begin for a reader that does not know that it is quoted.
 */
export function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.digits;
  const text = value.replace(HIDES_FORMULA, "$&'").replace(BEGINS_FORMULA, "'");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const toLine = (cells: readonly Cell[]): string => `${cells.map(toCell).join(',')}\r\n`;

/**
 * The header and the rows of all pages, each page read when the receiver takes it. The first is read here, so that a refusal is an
 * error and not a broken download.
 */
export async function csvStream(
  header: readonly string[],
  pages: AsyncGenerator<readonly (readonly Cell[])[]>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next = await pages.next();
  let lines = toLine(header);
  return new ReadableStream({
    async pull(controller) {
      if (!next.done) lines += next.value.map(toLine).join('');
      if (lines) controller.enqueue(encoder.encode(lines));
      lines = '';
      if (next.done) return controller.close();
      next = await pages.next();
      if (next.done) controller.close();
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}

/** The download of such a stream under this name. */
export function csvResponse(body: ReadableStream<Uint8Array>, filename: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
