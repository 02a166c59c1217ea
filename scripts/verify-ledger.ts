/**
 * `npm run verify-ledger [organization id]`: rebuilds every balance from its entries and prints what it checked. Exits 1 on
 * any difference. In embedded mode stop the app first: one process at a time opens the data folder.
 */
import { connect } from '@/adapters/database/connect';
import type { OrgId } from '@/db/types';
import { env } from '@/env';
import { verifyBooks } from '@/features/admin/verify-books';

const orgId = process.argv[2] as OrgId | undefined;
const connection = await connect(env());
const started = Date.now();
const { counts, checks, differences } = await verifyBooks(connection.db, orgId);
await connection.close();

const lines = [
  `Read ${Object.entries(counts)
    .map(([name, value]) => `${value} ${name}`)
    .join(', ')} in ${Date.now() - started} ms.`,
  ...checks.map(({ name, rule, differences: found }) => `${found === 0 ? 'ok  ' : 'FAIL'} ${name}: ${rule}`),
  ...differences.map(
    ({ check, subject, expected, found }) => `  ${check}: ${subject}: expected ${expected}, found ${found}`,
  ),
  differences.length === 0 ? 'The ledger adds up.' : `${differences.length} differences.`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = differences.length === 0 ? 0 : 1;
