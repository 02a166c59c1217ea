import { asc, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { dispute, payment } from '@/db/schema/billing';
import { toCell } from '@/features/credits/statement-csv';
import { listPayments, type PaymentRow } from '../queries';

const HEADER = [
  'Date (UTC)',
  'Number',
  'What',
  'Credits',
  'Amount',
  'Tax',
  'Refunded',
  'Disputed',
  'Fee',
  'Net',
  'Currency',
  'Status',
  'PO number',
  'Invoice',
  'Receipt',
];

const PAGE = 100;

/** What the list does not say about a payment. */
type Extra = { feeCents: number | null; netCents: number | null; disputedCents: number };

/** Orders and payments as CSV (RFC 4180, UTF-8), newest first, read as fast as the receiver takes it. */
export async function paymentsCsv(ctx: Ctx): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  // The first page is read here, so that a refusal is an error and not a broken download.
  let page = await listPayments(ctx, { limit: PAGE });
  let started = false;
  return new ReadableStream({
    async pull(controller) {
      const extras = await readExtras(ctx, page.items);
      const lines = page.items.map((row) => toLine(row, extras.get(row.paymentId ?? '')));
      if (!started) lines.unshift(HEADER.join(','));
      started = true;
      if (lines.length > 0) controller.enqueue(encoder.encode(`${lines.join('\r\n')}\r\n`));
      if (page.nextCursor === null) return controller.close();
      page = await listPayments(ctx, { limit: PAGE, cursor: page.nextCursor });
    },
  });
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
    .orderBy(asc(dispute.createdAt));
  for (const { paymentId, status, amountCents } of disputes) {
    const extra = extras.get(paymentId);
    if (extra && status !== 'won') extra.disputedCents += amountCents;
  }
  return extras;
}

/** Net is what arrived less what went back: Stripe keeps its fee of a refunded payment. */
function toLine(row: PaymentRow, extra: Extra | undefined): string {
  const { netCents = null, feeCents = null, disputedCents = 0 } = extra ?? {};
  const net = netCents === null ? null : netCents - row.refundedCents - disputedCents;
  return [
    toCell((row.paidAt ?? row.createdAt).toISOString()),
    toCell(row.id),
    toCell(row.label),
    toCell(row.credits),
    money(row.amountCents),
    money(row.taxCents),
    money(row.refundedCents),
    money(disputedCents),
    money(feeCents),
    money(net),
    toCell(row.currency.toUpperCase()),
    toCell(row.disputed === 'open' ? 'disputed' : row.status),
    toCell(row.poNumber),
    toCell(row.invoiceUrl),
    toCell(row.receiptUrl),
  ].join(',');
}

/** Dollars with two digits, a minus in front of what was lost: a number of ours is never a formula. */
function money(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2);
}
