/**
 * `npm run jobs`: the jobs that have used up their tries in the last week, and why. `npm run jobs -- --retry ID` puts one into the queue
 * again, after what broke it was put right; `--retry all` all of them. In embedded mode stop the app first: one process at a
 * time opens the data folder.
 */
import { parseArgs } from 'node:util';
import { connect } from '@/adapters/database/connect';
import { type DeadJob, listDeadJobs, reviveDeadJob } from '@/adapters/queue/dead-jobs';
import type { Db } from '@/db/types';
import { env } from '@/env';

const ALL = 10_000;

const { values } = parseArgs({ options: { retry: { type: 'string' } } });
const connection = await connect(env());
const code = values.retry ? await retry(connection.db, values.retry) : await show(connection.db);
await connection.close();
process.exit(code);

async function show(db: Db): Promise<number> {
  const dead = await listDeadJobs(db);
  for (const job of dead) print(lineOf(job));
  print(dead.length === 0 ? 'No job has given up in the last week.' : `${dead.length} jobs have given up.`);
  return 0;
}

async function retry(db: Db, id: string): Promise<number> {
  const ids = id === 'all' ? (await listDeadJobs(db, ALL)).map((job) => job.id) : [id];
  let revived = 0;
  for (const one of ids) if (await reviveDeadJob(db, one)) revived += 1;
  print(`${revived} of ${ids.length} put into the queue again.`);
  return revived === ids.length ? 0 : 1;
}

function lineOf({ id, name, data, reason, tries, endedAt }: DeadJob): string {
  return `${endedAt.toISOString()}  ${id}  ${name}  ${JSON.stringify(data)}  after ${tries} tries: ${reason ?? 'expired'}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
