import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/** The body's bytes as they came, with or without their length in a header. Stops reading and throws `too_large` beyond `limit` bytes. */
export async function readRawBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge(limit);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): AppError {
  return new AppError('too_large', say('errors.longBody', { kilobytes: limit / 1024 }));
}
