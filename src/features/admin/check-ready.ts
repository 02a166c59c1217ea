import { sql } from 'drizzle-orm';
import { blobs } from '@/adapters/blob/blob';
import { connection } from '@/adapters/database/client';
import { mailer } from '@/adapters/mail/mailer';
import { env } from '@/env';
import { activeEngine } from '@/features/generation/engines/active';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { SECOND } from '@/lib/time';
import { findDegraded } from './find-degraded';

/** Milliseconds for each part: a load balancer does not wait longer. */
const PATIENCE = 5 * SECOND;
/** Milliseconds: asking a store costs money, and it is asked by every load balancer. */
const STORE_FRESH = 60 * SECOND;
const PROBE = 'incoming/ready.bin';

const PARTS = {
  database: async () => void (await (await connection()).db.execute(sql`select 1`)),
  queue: async () => void (await (await connection()).db.execute(sql`select version from pgboss.version`)),
  storage: writeProbe,
};

export type Readiness = {
  ready: boolean;
  /** Parts that do not answer. */
  missing: (keyof typeof PARTS)[];
  /** What works but needs people. */
  degraded: string[];
  /** Which adapter serves each port. Names no address and no secret. */
  active: { database: string; mail: string; storage: string; payments: string; engine: string };
};

/** Can this process do its work: its parts are tried, not assumed. */
export async function checkReady(): Promise<Readiness> {
  const names = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const missing = (
    await Promise.all(names.map(async (name) => ((await answers(name)) ? [] : [name])))
  ).flat();
  const databaseWorks = !missing.includes('database');
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  return {
    ready: missing.length === 0,
    missing,
    degraded: databaseWorks ? await findDegraded((await connection()).db) : [],
    active: {
      database: databaseWorks ? (await connection()).kind : 'unreachable',
      mail: mailer().kind,
      storage: blobs().kind,
      payments: STRIPE_SECRET_KEY || STRIPE_API_BASE ? 'stripe' : 'local',
      engine: activeEngine().name,
    },
  };
}

async function answers(name: keyof typeof PARTS): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${PATIENCE} ms.`)), PATIENCE);
  });
  try {
    await Promise.race([PARTS[name](), late]);
    return true;
  } catch (error) {
    log.error({ part: name, reason: errorMessage(error) }, 'not ready');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

let written = 0;

/** Reading would say little: a full disk and a key that may only read still answer. */
async function writeProbe(): Promise<void> {
  if (Date.now() - written < STORE_FRESH) return;
  await blobs().put(PROBE, Buffer.of(1), 'application/octet-stream');
  written = Date.now();
}
