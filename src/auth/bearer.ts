import { AppError, notFound } from '@/lib/errors';
import { safeEqual, sha256Hex } from '@/lib/hash';
import { errorResponse } from './http-errors';

/**
 * A route for a machine that knows a secret (`Authorization: Bearer …`). Where no secret is set the route does not exist, so that it
 * is never open by a forgotten variable.
 */
export function bearerRoute(
  secret: () => string | undefined,
  handle: () => Promise<object>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const wanted = secret();
      if (!wanted) throw notFound('Route');
      const sent = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      // Hashed first: the time says nothing of where the two differ, nor of their length.
      if (!safeEqual(sha256Hex(sent), sha256Hex(wanted))) {
        throw new AppError('unauthenticated', 'The bearer token is missing or wrong.');
      }
      const answer = await handle();
      return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
    } catch (error) {
      return errorResponse(error, request.headers.get('x-request-id'));
    }
  };
}
