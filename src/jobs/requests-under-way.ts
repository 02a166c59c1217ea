/** Which requests this process has not answered yet, so that a stop can wait for them. Next does not say; Node does. */
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

const open = new Set<ServerResponse>();
let told = () => {};

/** Once a process, before its first request. */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    open.add(response);
    // Next itself fills the room there is for listeners.
    response.setMaxListeners(response.getMaxListeners() + 1);
    response.once('close', () => {
      open.delete(response);
      told();
    });
  });
}

/**
 * Resolves when all is answered, or after `patience` ms. Event streams are not waited for: they have no end, and their readers come back
 * by themselves, elsewhere.
 */
export async function requestsAnswered(patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  const done = new Promise<void>((resolve) => {
    told = () => {
      if ([...open].every(isEventStream)) resolve();
    };
    told();
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}
