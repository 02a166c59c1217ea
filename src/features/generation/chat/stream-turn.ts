/** The events of one answer as server-sent events. */
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ChatEvent } from './chat-types';

const BROKEN = 'That did not work. Nothing was changed or charged. Send it again.';

/**
 * Waits for the first event, so that what is wrong with the request is thrown here and becomes an error of HTTP; what breaks later is
 * an event. A browser that goes ends the work: `start` is given the signal.
 */
export async function streamTurn(
  start: (signal: AbortSignal) => AsyncGenerator<ChatEvent>,
  gone: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const control = new AbortController();
  const signal = AbortSignal.any([control.signal, gone]);
  const events = start(signal);
  const text = new TextEncoder();
  const encoded = (event: ChatEvent) => text.encode(`data: ${JSON.stringify(event)}\n\n`);
  let first: IteratorResult<ChatEvent> | null = await events.next();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = first ?? (await events.next());
        first = null;
        if (done) controller.close();
        else controller.enqueue(encoded(value));
      } catch (error) {
        if (!signal.aborted && !isAppError(error)) log.error({ err: error }, 'chat broke');
        controller.enqueue(encoded({ type: 'error', message: BROKEN }));
        controller.close();
      }
    },
    async cancel() {
      control.abort();
      await events.return(undefined);
    },
  });
}
