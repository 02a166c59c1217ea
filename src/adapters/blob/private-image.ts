import { blobs, readBlob } from './blob';

/**
 * A stored face as an answer for the one person who may see it: never cached, not even in their own browser, and nothing but a
 * picture even when it is opened as a page. `change` is applied to the bytes on the way out. Null when there is no such object. The
 * caller has asked who reads.
 */
export async function privateImage(
  key: string,
  contentType: string,
  change?: (bytes: Buffer<ArrayBuffer>) => Promise<Buffer<ArrayBuffer>>,
): Promise<Response | null> {
  if (!change) {
    const stored = await blobs().get(key);
    return stored && imageResponse(stored.stream, stored.size, contentType);
  }
  const bytes = await readBlob(key);
  if (!bytes) return null;
  const changed = await change(bytes);
  return imageResponse(changed, changed.byteLength, contentType);
}

function imageResponse(body: BodyInit, size: number, contentType: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(size),
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}
