/**
 * A worker process for tests that kill it: works off generations on the database and data folder of its environment, and prints
 * each change of a picture's state as a line, so that the test knows when to strike.
 */
import { connection } from '@/adapters/database/client';
import { picture } from '@/db/schema/generation';
import { workOffQueue } from '@/features/generation/work-off-queue';

const EVERY = 40;

const { db } = await connection();
const seen = new Map<string, string>();

async function report(): Promise<void> {
  for (const { id, number, status } of await db.select().from(picture)) {
    if (seen.get(id) === status) continue;
    seen.set(id, status);
    process.stdout.write(`${number} ${status}\n`);
  }
}

const timer = setInterval(() => void report(), EVERY);
await workOffQueue(db, new AbortController().signal);
clearInterval(timer);
await report();
process.stdout.write('idle\n');
process.exit(0);
