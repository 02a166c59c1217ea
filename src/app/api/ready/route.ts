/** Can this process do its work: database reachable, and which adapters are active. Never names a secret. */
import { connection } from '@/adapters/database/client';
import { mailer } from '@/adapters/mail/mailer';
import { env } from '@/env';
import { log } from '@/lib/log';

export async function GET(): Promise<Response> {
  const { mode, HEADCRAFT_WORKER } = env();
  try {
    const open = await connection();
    await open.exec('select 1');
    return answer(200, {
      status: 'ready',
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
