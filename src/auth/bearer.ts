import { AppError, notFound } from '@/lib/errors';
import { safeEqual, sha256Hex } from '@/lib/hash';
import { withLogContext } from '@/lib/log-context';
import { say } from '@/texts/current-texts';
import { errorResponse } from './http-errors';

/**
 * A route for a machine that knows a secret (`Authorization: Bearer …`). Where no secret is set the route does not exist, so that it
 * is never open by a forgotten variable.
 */
export function bearerRoute(
  secret: () => string | undefined,
  handle: () => Promise<Response | object>,
): (request: Request) => Promise<Response> {
  return (request) =>
    withLogContext({ requestId: request.headers.get('x-request-id') ?? undefined }, async () => {
      try {
        requireSecret(request, secret());
        const answer = await handle();
        if (answer instanceof Response) return answer;
        return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
      } catch (error) {
        return errorResponse(error);
      }
    });
}

function requireSecret(request: Request, wanted: string | undefined): void {
  if (!wanted) throw notFound('route');
  const sent = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  // Hashed first: the time says nothing of where the two differ, nor of their length.
  if (!safeEqual(sha256Hex(sent), sha256Hex(wanted))) {
    throw new AppError('unauthenticated', say('errors.bearer'));
  }
}
