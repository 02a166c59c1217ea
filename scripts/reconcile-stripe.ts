/**
 * `npm run reconcile-stripe -- [--since 72h] [--repair] [--json]`: compares payments, refunds, disputes, invoices and plans with
 * Stripe and prints what differs; `--repair` applies what webhooks missed. Exits 1 on differences that are left. In embedded mode
 * stop the app first: one process at a time opens the data folder.
 */
import { parseArgs } from 'node:util';
import { connect } from '@/adapters/database/connect';
import { stripeAccount } from '@/adapters/payments/stripe';
import { env } from '@/env';
import { type ReconcileReport, reconcile } from '@/features/billing/reconcile/reconcile';
import { formatCents } from '@/lib/money';
import { DAY, HOUR, plus } from '@/lib/time';

const { values } = parseArgs({
  options: {
    since: { type: 'string', default: '72h' },
    repair: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const span = readSpan(values.since);
if (span === null) {
  process.stderr.write('--since takes hours or days, at most 30 days: 72h, 7d\n');
  process.exit(2);
}

const connection = await connect(env());
const { client } = await stripeAccount();
const now = new Date();
const report = await reconcile({
  db: connection.db,
  stripe: client,
  from: plus(now, -span),
  now,
  appUrl: env().appUrl,
  repair: values.repair,
});
await connection.close();
process.stdout.write(
  values.json ? `${JSON.stringify(report, null, 2)}\n` : `${describe(report).join('\n')}\n`,
);
process.exit(report.differences.length === 0 ? 0 : 1);

/** "72h" or "7d" in milliseconds; null for anything else. */
function readSpan(text: string): number | null {
  const [, count = '', unit = ''] = /^(\d{1,3})([hd])$/.exec(text) ?? [];
  const span = Number(count) * (unit === 'd' ? DAY : HOUR);
  return count !== '' && span > 0 && span <= 30 * DAY ? span : null;
}

function describe({ from, checked, repaired, differences, skipped, totals }: ReconcileReport): string[] {
  const read = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
  return [
    `Since ${from.toISOString()}: ${read.join(', ')}.`,
    ...skipped.map((what) => `Not compared, because the server does not list them: ${what}.`),
    `Paid: ${formatCents(totals.oursCents)} here, ${formatCents(totals.stripeCents)} at Stripe.`,
    `Repaired: ${repaired}.`,
    ...differences.map((difference) => `  ${difference}`),
    differences.length === 0 ? 'Everything agrees.' : `${differences.length} differences.`,
  ];
}
