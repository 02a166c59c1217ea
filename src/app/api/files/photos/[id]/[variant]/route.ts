import { blobs } from '@/adapters/blob/blob';
import { userRoute } from '@/auth/route';
import { photoVariants } from '@/features/uploads/input';
import { getPhotoFile } from '@/features/uploads/queries';
import { notFound } from '@/lib/errors';

/** A selfie, for the person themselves. Faces are never cached, not even in their own browser. */
export const GET = userRoute({}, async ({ user, db, params }) => {
  const variant = photoVariants.safeParse(params.variant);
  if (!variant.success) throw notFound('Photo');
  const { key } = await getPhotoFile({ db, userId: user.userId }, params.id ?? '', variant.data);
  const stored = await blobs().get(key);
  if (!stored) throw notFound('Photo');
  return new Response(stored.stream, {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(stored.size),
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
});
