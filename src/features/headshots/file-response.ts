import type { Download } from './download';

/** A face as a file to keep: never cached, never shown in place. */
export function fileResponse({ body, contentType, name, size }: Download): Response {
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      ...(size === undefined ? {} : { 'Content-Length': String(size) }),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
