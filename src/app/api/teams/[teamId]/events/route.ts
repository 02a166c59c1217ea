/** Server-sent events of one team, for the signed-in person. Reconnecting with `Last-Event-ID` resumes. */
import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/notices';
import { streamEvents } from '@/features/notifications/event-stream';

export const dynamic = 'force-dynamic';

export const GET = teamRoute(contract.streamEvents, async ({ ctx, request }) => {
  const lastId = Number(request.headers.get('last-event-id') ?? Number.NaN);
  const stream = streamEvents(ctx, {
    signal: request.signal,
    ...(Number.isSafeInteger(lastId) && lastId >= 0 ? { afterSeq: lastId } : {}),
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
});
