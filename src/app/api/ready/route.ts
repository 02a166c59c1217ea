/**
 * Can this process do its work: database, queue and storage answer, and it is not about to stop. `degraded` says what people have to
 * look at. Never names a secret.
 */
import { env } from '@/env';
import { checkReady } from '@/features/admin/check-ready';
import { isStopping } from '@/jobs/boot';

export async function GET(): Promise<Response> {
  const { mode, HEADCRAFT_WORKER } = env();
  if (isStopping()) return answer(503, { status: 'stopping', mode });
  const { ready, missing, degraded, active } = await checkReady();
  if (!ready) return answer(503, { status: 'unavailable', missing, mode, ...active });
  return answer(200, {
    // It takes requests as well as ever: people have to look, not the load balancer.
    status: degraded.length === 0 ? 'ready' : 'degraded',
    ...(degraded.length === 0 ? {} : { degraded }),
    mode,
    ...active,
    worker: HEADCRAFT_WORKER,
  });
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
