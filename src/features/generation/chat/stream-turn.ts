/** The events of one answer as server-sent events. */

import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { say } from '@/texts/current-texts';
import type { ChatEvent } from './chat-types';

/**
 * Waits for the first event, so that what is wrong with the request is thrown here and becomes an error of HTTP; what breaks later is
 * an event. A browser that goes ends the work: `start` is given the signal.
 */
export async function streamTurn(
  start: (signal: AbortSignal) => AsyncGenerator<ChatEvent>,
  gone: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const broken = say('generation.chat.broken');
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
        controller.enqueue(encoded({ type: 'error', message: broken }));
        controller.close();
      }
    },
    async cancel() {
      control.abort();
      await events.return(undefined);
    },
  });
}
