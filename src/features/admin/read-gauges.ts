import { inArray, sql } from 'drizzle-orm';
import { QUEUE_NAMES } from '@/adapters/queue/queues';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';

export type Gauge = { name: GaugeName; labels: Record<string, string>; value: number };

/** What waits, and how long the longest has. Everything here counts rows of a partial index or a small table. */
export const GAUGES = {
  'headcraft.jobs': 'Jobs in the queue, by queue and state: waiting, active, dead',
  'headcraft.generations': 'Generations that are not over, by state',
  'headcraft.generations.oldest': 'Age of the generation that has waited longest, in seconds',
  'headcraft.mails.waiting': 'Mails not sent yet',
  'headcraft.stripe_events.waiting': 'Stripe events not applied yet, by state: received, parked',
  'headcraft.deletions.oldest': 'Age of the oldest deletion that is not done, in seconds',
} as const;

export type GaugeName = keyof typeof GAUGES;

/**
 * One statement. pg-boss calls a job `created` or `retry` until a worker takes it, and `failed` when its tries are
 * used up; queues of its own are left out.
 */
export async function readGauges(db: Db): Promise<Gauge[]> {
  const rows = await selectRows<{ name: GaugeName; labels: Record<string, string>; value: string }>(
    db,
    sql`
      select 'headcraft.jobs' as name, jsonb_build_object('queue', job.name, 'state', state.word) as labels, count(*) as value
        from pgboss.job as job
        join (values ('created', 'waiting'), ('retry', 'waiting'), ('active', 'active'), ('failed', 'dead')) as state (name, word)
          on state.name = job.state::text
        where ${inArray(sql`job.name`, QUEUE_NAMES)}
        group by job.name, state.word
      union all
      select 'headcraft.generations', jsonb_build_object('state', status), count(*)
        from generation where status in ('queued', 'processing') group by status
      union all
      select 'headcraft.generations.oldest', '{}', coalesce(max(extract(epoch from now() - created_at)), 0)
        from generation where status = 'queued'
      union all
      select 'headcraft.mails.waiting', '{}', count(*) from mail where status = 'queued'
      union all
      select 'headcraft.stripe_events.waiting', jsonb_build_object('state', status), count(*)
        from stripe_inbox where status in ('received', 'parked') group by status
      union all
      select 'headcraft.deletions.oldest', '{}', coalesce(max(extract(epoch from now() - requested_at)), 0)
        from deletion_request where status <> 'done'`,
  );
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}
