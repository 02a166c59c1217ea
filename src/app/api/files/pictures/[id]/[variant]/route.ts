import { blobs } from '@/adapters/blob/blob';
import { userRoute } from '@/auth/route';
import { getPictureFile, PICTURE_VARIANTS } from '@/features/headshots/picture-files';
import { notFound } from '@/lib/errors';

/** A headshot, for the person it shows. Faces are never cached, not even in their own browser. */
export const GET = userRoute({}, async ({ user, db, params }) => {
  const variant = PICTURE_VARIANTS.find((name) => name === params.variant);
  if (!variant) throw notFound('Picture');
  const file = await getPictureFile({ db, userId: user.userId }, params.id ?? '', variant);
  const stored = await blobs().get(file.key);
  if (!stored) throw notFound('Picture');
  return new Response(stored.stream, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(stored.size),
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
});
