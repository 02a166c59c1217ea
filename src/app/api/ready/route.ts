/**
 * Can this process do its work: database reachable, and which adapters are active. `degraded` says what people have to look at.
 * Never names a secret.
 */
import { connection } from '@/adapters/database/client';
import { mailer } from '@/adapters/mail/mailer';
import { env } from '@/env';
import { findDegraded } from '@/features/admin/find-degraded';
import { log } from '@/lib/log';

export async function GET(): Promise<Response> {
  const { mode, HEADCRAFT_WORKER } = env();
  try {
    const open = await connection();
    const degraded = await findDegraded(open.db);
    return answer(200, {
      // It takes requests as well as ever: people have to look, not the load balancer.
      status: degraded.length === 0 ? 'ready' : 'degraded',
      ...(degraded.length === 0 ? {} : { degraded }),
      mode,
      database: open.kind,
      mail: mailer().kind,
      worker: HEADCRAFT_WORKER,
    });
  } catch (error) {
    log.error({ err: error }, 'not ready');
    return answer(503, { status: 'unavailable', mode });
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
