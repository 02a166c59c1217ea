/**
 * `npm run finance-report -- --month 2026-11 [--csv]`: credits sold, used, refunded and outstanding of every organization, the money
 * beside them, and that money beside Stripe's balance of the month. Exits 1 when a closing balance is not the sum of its entries and
 * when Stripe says something else. With `--csv` the table alone goes to standard output, the rest to standard error. In embedded mode
 * stop the app first.
 */
import { parseArgs } from 'node:util';
import { connect } from '@/adapters/database/connect';
import { stripeAccount } from '@/adapters/payments/stripe';
import { env } from '@/env';
import { compareMonth, type MonthComparison } from '@/features/billing/payments/compare-month';
import { isMonth, monthOf } from '@/features/billing/payments/month-rules';
import { type MonthlyReport, reportAllTeams } from '@/features/billing/payments/monthly-report';
import { toCell } from '@/lib/csv';

const { values } = parseArgs({
  options: { month: { type: 'string' }, csv: { type: 'boolean', default: false } },
});
const month = values.month ?? monthOf(new Date());
if (!isMonth(month)) {
  process.stderr.write('--month takes a month like 2026-11\n');
  process.exit(2);
}

const connection = await connect(env());
const { teams: organizations, total } = await reportAllTeams(connection.db, month);
const { client } = await stripeAccount();
const comparison = await compareMonth(connection.db, client, month);
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

/** The first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  const print = (row: readonly string[]) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  return rows.map(print).join('\n');
}

/** Stripe's balance beside ours; `other months` is what one side has in another month. */
function describe({ lines, leftOut, differences }: MonthComparison): string {
  const rows = Object.entries(lines).map(([what, { stripeCents, oursCents, elsewhereCents }]) => [
    what,
    ...[stripeCents, oursCents, elsewhereCents].map(dollars),
  ]);
  return [
    table([["Stripe's balance", 'at Stripe', 'here', 'other months'], ...rows]),
    ...(leftOut > 0 ? [`Left out, because it is not ours or staff settled it: ${leftOut} moves.`] : []),
    ...differences.map((difference) => `  ${difference}`),
    differences.length === 0 ? 'Agrees with Stripe.' : `${differences.length} differences.`,
  ].join('\n');
}

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
  const lines = rows.map((row) => row.slice(1).map(String));
  process.stdout.write(`Credits and dollars, ${month} (UTC)\n${table([COLUMNS.slice(1), ...lines])}\n\n`);
}
(values.csv ? process.stderr : process.stdout).write(`${describe(comparison)}\n`);

const wrong = organizations.filter(({ reconciles }) => !reconciles);
for (const { orgId, name } of wrong)
  process.stderr.write(`${name} (${orgId}): the closing balance differs from its entries\n`);
process.exit(wrong.length === 0 && comparison.differences.length === 0 ? 0 : 1);
