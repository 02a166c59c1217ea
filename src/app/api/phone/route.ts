import { z } from 'zod';
import { forgetPhone, openPhone } from '@/auth/phone';
import { internalRoute, phoneRoute } from '@/auth/route';
import { endHandover } from '@/features/uploads/handover/end-handover';
import { listPhonePhotos } from '@/features/uploads/handover/phone-photos';

const NO_STORE = { 'Cache-Control': 'no-store' };
const body = z.strictObject({ token: z.string().min(1).max(100) });

/** Opens the link of the QR code: once, and this phone is the one that adds photos. */
export const POST = internalRoute({ body, limit: 'openLink' }, async ({ request, body }) => {
  const { ctx, handover, cookie } = await openPhone(request.headers, body.token);
  const headers = new Headers(NO_STORE);
  if (cookie) headers.set('Set-Cookie', cookie);
  return Response.json(await listPhonePhotos(ctx, handover), { headers });
});

/** The verdicts on what this phone sent. */
export const GET = phoneRoute({}, ({ phone: { ctx, handover } }) => listPhonePhotos(ctx, handover));

/** The phone is done. */
export const DELETE = phoneRoute({ limit: 'write' }, async ({ phone: { ctx } }) => {
  const ended = await endHandover(ctx);
  return Response.json(ended, { headers: { ...NO_STORE, 'Set-Cookie': forgetPhone() } });
});
