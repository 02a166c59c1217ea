/** `npm run worker`: one more process that works off jobs on the shared Postgres. Start as many as the load needs. */
import { env } from '@/env';
import { boot } from '@/jobs/boot';

if (!env().DATABASE_URL) {
  process.stderr.write(
    'npm run worker needs DATABASE_URL: the embedded database belongs to one process, which works off its jobs itself.\n',
  );
  process.exit(1);
}
await boot('worker');
