import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { answerMessage } from '@/features/generation/chat/answer-message';
import { streamTurn } from '@/features/generation/chat/stream-turn';

/** What a sentence wishes for, as server-sent events: pieces of the reply, then the turn. Nothing is charged or stored. */
export const POST = teamRoute(contract.chatAboutHeadshots, async ({ ctx, body, request }) => {
  const stream = await streamTurn((signal) => answerMessage(ctx, body, { signal }), request.signal);
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
});
