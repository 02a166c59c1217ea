import type { Ctx } from '@/db/context';
import { type Cell, csvStream } from '@/lib/csv';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';
import { type StatementFilters, type StatementOf, type StatementRow, streamStatement } from './statement';
import { linkOf } from './statement-links';

const COLUMNS = [
  'dateUtc',
  'what',
  'who',
  'in',
  'out',
  'balance',
  'note',
  'reference',
  'link',
  'transfer',
] as const;

/** `base`: the product's own address; a link leads to what a line is about, as on the page. */
type Place = { slug: string; base: string };

/** The statement, or what fits the filters, as CSV, newest first. */
export function statementCsv(
  ctx: Ctx,
  of: StatementOf,
  place: Place,
  filters: StatementFilters = {},
): Promise<ReadableStream<Uint8Array>> {
  // The stream is read after the request was answered, where its language is not known any more.
  const texts = currentTexts();
  const header = COLUMNS.map((column) => texts.t(`credits.statement.${column}`));
  return csvStream(header, pagesOf(ctx, of, place, filters, texts));
}

async function* pagesOf(
  ctx: Ctx,
  of: StatementOf,
  { slug, base }: Place,
  filters: StatementFilters,
  texts: Texts,
): AsyncGenerator<Cell[][]> {
  const toCells = (row: StatementRow): Cell[] => {
    const { at, what, who, balance, note, reference, transferId } = row;
    const href = linkOf({ actor: ctx.actor, slug }, of, row);
    return [
      ...[at, what, who, row.in, row.out, balance, note],
      reference ? `${reference.type} ${reference.id}` : '',
      href ? `${base}${href}` : '',
      transferId,
    ];
  };
  for await (const rows of streamStatement(ctx, of, filters, texts)) yield rows.map(toCells);
}
