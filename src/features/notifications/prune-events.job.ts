import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { teamEvent } from '@/db/schema/notifications';
import { defineJob } from '@/jobs/definition';
import { DAY } from '@/lib/time';

/** Events are hints for open pages; after a day nobody waits for them. */
export const pruneEventsJob = defineJob(z.object({}), async (_data, { db }) => {
  await db.delete(teamEvent).where(lt(teamEvent.createdAt, new Date(Date.now() - DAY)));
});
