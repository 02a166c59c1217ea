import { AppError } from '@/lib/errors';

/** The body's bytes as they came, for signatures. Stops reading and throws `too_large` beyond `limit` bytes. */
export async function readRawBody(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new AppError('too_large', `The body is larger than ${limit} bytes.`);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
