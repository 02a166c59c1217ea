import type { Ctx } from '@/db/context';
import { type StatementFilters, type StatementOf, type StatementRow, streamStatement } from './statement';

const HEADER = ['Date (UTC)', 'What', 'Who', 'In', 'Out', 'Balance', 'Note', 'Reference', 'Transfer'];

/** The statement, or what fits the filters, as CSV (RFC 4180, UTF-8), newest first, read as fast as the receiver takes it. */
export async function statementCsv(
  ctx: Ctx,
  of: StatementOf,
  filters: StatementFilters = {},
): Promise<ReadableStream<Uint8Array>> {
  const pages = streamStatement(ctx, of, filters);
  // The first page is read here, so that a refusal is an error and not a broken download.
  const first = await pages.next();
  const encoder = new TextEncoder();
  let pending = first.done ? [] : first.value;
  let started = false;
  return new ReadableStream({
    async pull(controller) {
      const lines = pending.map(toLine);
      if (!started) lines.unshift(HEADER.join(','));
      started = true;
      if (lines.length > 0) controller.enqueue(encoder.encode(`${lines.join('\r\n')}\r\n`));
      const next = await pages.next();
      if (next.done) controller.close();
      else pending = next.value;
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}

function toLine(row: StatementRow): string {
  const reference = row.reference ? `${row.reference.type} ${row.reference.id}` : '';
  return [row.at, row.what, row.who, row.in, row.out, row.balance, row.note, reference, row.transferId]
    .map(toCell)
    .join(',');
}

/** Quotes what needs it; a text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function toCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
