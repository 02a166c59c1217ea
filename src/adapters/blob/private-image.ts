import { blobs } from './blob';

/**
 * A stored face as an answer for the one person who may see it: never cached, not even in their own browser, and nothing but a
 * picture even when it is opened as a page. Null when there is no such object. The caller has asked who reads.
 */
export async function privateImage(key: string, contentType: string): Promise<Response | null> {
  const stored = await blobs().get(key);
  if (!stored) return null;
  return new Response(stored.stream, {
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(stored.size),
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}
