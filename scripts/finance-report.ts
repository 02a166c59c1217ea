/**
 * `npm run finance-report -- --month 2026-11 [--csv]`: credits sold, used, refunded and outstanding of every organization, and the
 * money beside them. Exits 1 when a closing balance is not the sum of its entries. In embedded mode stop the app first.
 */
import { parseArgs } from 'node:util';
import { connect } from '@/adapters/database/connect';
import { env } from '@/env';
import { type MonthlyReport, reportAllTeams } from '@/features/billing/payments/monthly-report';
import { toCell } from '@/lib/csv';

const { values } = parseArgs({
  options: { month: { type: 'string' }, csv: { type: 'boolean', default: false } },
});
const month = values.month ?? new Date().toISOString().slice(0, 7);
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
  process.stderr.write('--month takes a month like 2026-11\n');
  process.exit(2);
}

const connection = await connect(env());
const { teams: organizations, total } = await reportAllTeams(connection.db, month);
await connection.close();

const COLUMNS = [
  'organization',
  'name',
  'opening',
  'sold',
  'granted',
  'used',
  'refunded',
  'charged back',
  'closing',
  'payments',
  'paid',
  'tax',
  'money refunded',
  'disputed',
  'fees',
  'net',
] as const;

const dollars = (cents: number) => (cents / 100).toFixed(2);

function cells(id: string, name: string, { credits, money }: MonthlyReport): (string | number)[] {
  const { opening, sold, granted, used, refunded, chargedBack, closing } = credits;
  const { payments, paidCents, taxCents, refundedCents, disputedCents, feeCents, netCents } = money;
  const cents = [paidCents, taxCents, refundedCents, disputedCents, feeCents, netCents].map(dollars);
  return [id, name, opening, sold, granted, used, refunded, chargedBack, closing, payments, ...cents];
}

const rows = [
  ...organizations.map((report) => cells(report.orgId, report.name, report)),
  cells('', 'All', total),
];

if (values.csv) {
  // Only names are written by people; numbers of ours are never formulas.
  const lines = rows.map((row) => row.map((cell, index) => (index < 2 ? toCell(cell) : cell)).join(','));
  process.stdout.write(`${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`);
} else {
  const lines = rows.map((row) => row.slice(1).map((cell) => String(cell)));
  const heads = COLUMNS.slice(1);
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...lines.map((line) => (line[index] ?? '').length)),
  );
  const print = (line: readonly string[]) =>
    line
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  process.stdout.write(`Credits and dollars, ${month} (UTC)\n${[heads, ...lines].map(print).join('\n')}\n`);
}

const wrong = organizations.filter(({ reconciles }) => !reconciles);
for (const { orgId, name } of wrong)
  process.stderr.write(`${name} (${orgId}): the closing balance differs from its entries\n`);
process.exit(wrong.length === 0 ? 0 : 1);
