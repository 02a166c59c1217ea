import { asc, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { dispute, payment } from '@/db/schema/billing';
import { type Cell, csvStream, dollarCell } from '@/lib/csv';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';
import { listPayments, type PaymentRow } from '../queries';

const COLUMNS = [
  'date',
  'number',
  'what',
  'credits',
  'amount',
  'tax',
  'refunded',
  'disputed',
  'fee',
  'net',
  'currency',
  'status',
  'poNumber',
  'invoice',
  'receipt',
] as const;

const PAGE = 100;

/** What the list does not say about a payment. */
type Extra = { feeCents: number | null; netCents: number | null; disputedCents: number };

/** Orders and payments as CSV, newest first. */
export function paymentsCsv(ctx: Ctx): Promise<ReadableStream<Uint8Array>> {
  // Asked for here: the stream is read when the request is over.
  const texts = currentTexts();
  const header = COLUMNS.map((column) => texts.t(`billing.csv.${column}`));
  return csvStream(header, pagesOf(ctx, texts));
}

async function* pagesOf(ctx: Ctx, texts: Texts): AsyncGenerator<Cell[][]> {
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof listPayments>> = await listPayments(
      ctx,
      { limit: PAGE, cursor },
      new Date(),
      texts,
    );
    const extras = await readExtras(ctx, page.items);
    yield page.items.map((row) => toCells(row, extras.get(row.paymentId ?? '')));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function readExtras(ctx: Ctx, rows: readonly PaymentRow[]): Promise<Map<string, Extra>> {
  const ids = rows.flatMap(({ paymentId }) => paymentId ?? []);
  if (ids.length === 0) return new Map();
  const paid = await ctx.db
    .select({ id: payment.id, feeCents: payment.feeCents, netCents: payment.netCents })
    .from(payment)
    .where(inArray(payment.id, ids));
  const extras = new Map(
    paid.map(({ id, feeCents, netCents }) => [id, { feeCents, netCents, disputedCents: 0 }]),
  );
  const disputes = await ctx.db
    .select({ paymentId: dispute.paymentId, status: dispute.status, amountCents: dispute.amountCents })
    .from(dispute)
    .where(inArray(dispute.paymentId, ids))
    .orderBy(asc(dispute.createdAt), asc(dispute.id));
  for (const { paymentId, status, amountCents } of disputes) {
    const extra = extras.get(paymentId);
    if (extra && status !== 'won') extra.disputedCents += amountCents;
  }
  return extras;
}

/** Net is what arrived less what went back: Stripe keeps its fee of a refunded payment. */
function toCells(row: PaymentRow, extra: Extra | undefined): Cell[] {
  const { netCents = null, feeCents = null, disputedCents = 0 } = extra ?? {};
  // What was not paid has a price, and no amount.
  const paid = row.paymentId !== null;
  const net = netCents === null ? null : netCents - row.refundedCents - disputedCents;
  return [
    (row.paidAt ?? row.createdAt).toISOString(),
    row.id,
    row.label,
    row.credits,
    dollarCell(paid ? row.amountCents : null),
    dollarCell(paid ? row.taxCents : null),
    dollarCell(paid ? row.refundedCents : null),
    dollarCell(paid ? disputedCents : null),
    dollarCell(feeCents),
    dollarCell(net),
    row.currency.toUpperCase(),
    row.disputed === 'open' ? 'disputed' : row.status,
    row.poNumber,
    row.invoiceUrl,
    row.receiptUrl,
  ];
}
