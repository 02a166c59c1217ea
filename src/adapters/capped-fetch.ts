/** `fetch` for vendors' answers: never more bytes than expected, and no redirect that would carry a key to somebody else. */

export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`The answer has more than ${maxBytes} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

/** `signal` ends the reading of the body as well. */
export function cappedFetch(maxBytes: number, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      await response.body?.cancel();
      throw new BodyTooLarge(maxBytes);
    }
    if (!response.body) return response;
    let left = maxBytes;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(part, controller) {
          left -= part.byteLength;
          if (left < 0) throw new BodyTooLarge(maxBytes);
          controller.enqueue(part);
        },
      }),
      { signal },
    );
    const { status, statusText, headers } = response;
    return new Response(counted, { status, statusText, headers });
  };
}
