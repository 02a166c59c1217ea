/**
 * A worker process with one lane and an engine that takes a fixed time and no machine: works off the queue of the database in its
 * environment. Says `ready`, begins at a line on its standard input, says `idle` and ends.
 */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { connectPg } from '@/adapters/database/postgres';
import { workOffQueue } from '@/features/generation/work-off-queue';
import { directedEngine, pictureOf } from '../../../tests/support/generations';

const takes = Number(process.argv[2]);
const { db, close } = connectPg(process.env.DATABASE_URL ?? '', 4);
const engine = directedEngine(async (request) => {
  await setTimeout(takes);
  return pictureOf(request);
});
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await workOffQueue(db, new AbortController().signal, { lanes: [['studio']], chainFrom: () => [engine] });
process.stdout.write('idle\n');
await close();
process.exit(0);
