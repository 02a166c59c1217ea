/**
 * `npm run reconcile-stripe -- [--since 72h] [--repair] [--json]`: compares payments, refunds, disputes, invoices and plans with
 * Stripe and prints what differs; `--repair` applies what webhooks missed. Exits 1 on differences that are left.
 * `… --replay ord_…|evt_…` applies something parked again, after it was put right; exits 1 when it is parked again.
 * `… --resolve ID --reason "…" --by NAME` writes down that something was settled another way: a parked order or event is closed, and
 * comparisons do not name the id any more.
 * In embedded mode stop the app first: one process at a time opens the data folder.
 */
import { parseArgs } from 'node:util';
import { connect } from '@/adapters/database/connect';
import { stripeAccount } from '@/adapters/payments/stripe';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { listParked } from '@/features/billing/reconcile/list-parked';
import { type ReconcileReport, reconcile } from '@/features/billing/reconcile/reconcile';
import { replay } from '@/features/billing/reconcile/replay';
import { resolveByHand } from '@/features/billing/reconcile/resolve-by-hand';
import { AppError } from '@/lib/errors';
import { formatCents } from '@/lib/money';
import { DAY, HOUR, plus } from '@/lib/time';

const { values } = parseArgs({
  options: {
    since: { type: 'string', default: '72h' },
    repair: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    replay: { type: 'string' },
    resolve: { type: 'string' },
    reason: { type: 'string', default: '' },
    by: { type: 'string', default: '' },
  },
});
const now = new Date();
const { appUrl } = env();

const span = readSpan(values.since);
if (span === null) {
  process.stderr.write('--since takes hours or days, at most 30 days: 72h, 7d\n');
  process.exit(2);
}

const connection = await connect(env());
const code = await run(connection.db, span).catch((error: unknown) => {
  if (!(error instanceof AppError) && !isInputError(error)) throw error;
  process.stderr.write(`${explain(error)}\n`);
  return 2;
});
await connection.close();
process.exit(code);

async function run(db: Db, span: number): Promise<number> {
  if (values.replay) return replayOne(db, values.replay);
  if (values.resolve) {
    const { resolve: id, reason, by } = values;
    await resolveByHand(db, { id, reason, by }, now);
    print(`${id} is settled.`);
    return 0;
  }
  const { client } = await stripeAccount();
  const from = plus(now, -span);
  const report = await reconcile({ db, stripe: client, from, now, appUrl, repair: values.repair });
  const parked = (await listParked(db)).map(({ line }) => line);
  print(values.json ? JSON.stringify({ ...report, parked }, null, 2) : describe(report, parked).join('\n'));
  return report.differences.length === 0 ? 0 : 1;
}

async function replayOne(db: Db, id: string): Promise<number> {
  const { id: what, status, reason } = await replay(db, id, { now, appUrl });
  print(`${what} is ${status}${reason ? `: ${reason}` : '.'}`);
  return status === 'parked' ? 1 : 0;
}

type InputError = { issues: { message: string }[] };

function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'ZodError' && 'issues' in error;
}

function explain(error: AppError | InputError): string {
  return 'issues' in error ? error.issues.map(({ message }) => message).join('\n') : error.message;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** "72h" or "7d" in milliseconds; null for anything else. */
function readSpan(text: string): number | null {
  const [, count = '', unit = ''] = /^(\d{1,3})([hd])$/.exec(text) ?? [];
  const span = Number(count) * (unit === 'd' ? DAY : HOUR);
  return count !== '' && span > 0 && span <= 30 * DAY ? span : null;
}

function describe(report: ReconcileReport, parked: string[]): string[] {
  const { from, checked, repaired, differences, skipped, totals } = report;
  const read = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
  return [
    `Since ${from.toISOString()}: ${read.join(', ')}.`,
    ...skipped.map((what) => `Not compared, because the server does not list them: ${what}.`),
    `Paid: ${formatCents(totals.oursCents)} here, ${formatCents(totals.stripeCents)} at Stripe.`,
    `Repaired: ${repaired}.`,
    ...parked.map((line) => `Waits for staff: ${line}`),
    ...differences.map((difference) => `  ${difference}`),
    differences.length === 0 ? 'Everything agrees.' : `${differences.length} differences.`,
  ];
}
