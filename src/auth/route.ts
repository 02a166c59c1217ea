/**
 * Wrappers for route handlers: session → Ctx, origin check, rate limit, zod, one error shape. A handler answers a
 * `Response` or a value that becomes JSON.
 */
import type { z } from 'zod';
import { database } from '@/adapters/database/client';
import type { Db } from '@/db/types';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { withLogContext } from '@/lib/log-context';
import type { Permission } from '@/lib/permissions';
import { recordDuration } from '@/lib/telemetry';
import { errorResponse } from './http-errors';
import { requireSameOrigin } from './origin';
import { type Phone, requirePhone } from './phone';
import { consumeLimit, type LimitName } from './rate-limit';
import { requireSession, requireTeam, type SignedIn, type TeamCtx } from './session';

type Params = Record<string, string>;
type RouteContext = { params: Promise<Params> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

type Schemas<B extends z.ZodType, Q extends z.ZodType> = {
  /** Schema of the JSON body. Without one the body is not read. */
  body?: B;
  /** Schema of the query string as an object of strings. */
  query?: Q;
  /** Counted by person, or by IP on public routes. */
  limit?: LimitName;
};

type Input<B extends z.ZodType, Q extends z.ZodType> = {
  request: Request;
  params: Params;
  body: z.infer<B>;
  query: z.infer<Q>;
};

type Answer = Response | object;

/** A route of one team: a member with `permission`, or not found. */
export function teamRoute<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  options: Schemas<B, Q> & { permission: Permission },
  handle: (input: Input<B, Q> & { ctx: TeamCtx }) => Promise<Answer>,
): Handler {
  return wrap(async (request, params) => {
    const user = await requireSession(request.headers);
    const ctx = await requireTeam(user, params.teamId ?? '');
    requirePermission(ctx.actor, options.permission);
    await limitBy(ctx.db, options.limit, user.userId);
    return handle({ request, params, ctx, ...(await parse(request, options)) });
  });
}

/** A route of the signed-in person, in no particular team. */
export function userRoute<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  options: Schemas<B, Q>,
  handle: (input: Input<B, Q> & { user: SignedIn; db: Db }) => Promise<Answer>,
): Handler {
  return wrap(async (request, params) => {
    const user = await requireSession(request.headers);
    const db = await database();
    await limitBy(db, options.limit, user.userId);
    return handle({ request, params, user, db, ...(await parse(request, options)) });
  });
}

/** A route for a phone that opened a hand-over's link. Counted by hand-over. */
export function phoneRoute<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  options: Schemas<B, Q>,
  handle: (input: Input<B, Q> & { phone: Phone }) => Promise<Answer>,
): Handler {
  return wrap(async (request, params) => {
    const phone = await requirePhone(request.headers);
    await limitBy(phone.ctx.db, options.limit, phone.handover.id);
    return handle({ request, params, phone, ...(await parse(request, options)) });
  });
}

/** A route for everyone. */
export function publicRoute<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  options: Schemas<B, Q>,
  handle: (input: Input<B, Q> & { db: Db }) => Promise<Answer>,
): Handler {
  return wrap(async (request, params) => {
    const db = await database();
    await limitBy(db, options.limit, clientIp(request));
    return handle({ request, params, db, ...(await parse(request, options)) });
  });
}

/** The address `middleware.ts` took from the connection or, behind a trusted proxy, from its header. */
export function clientIp(request: Request): string {
  return request.headers.get('x-headcraft-ip') ?? 'unknown';
}

/** The caller's `Idempotency-Key`, or a fresh one: a request without it is its own. */
export function idempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key')?.trim();
  if (!key) return crypto.randomUUID();
  if (key.length > 200) throw new AppError('malformed', 'Idempotency-Key is longer than 200 characters.');
  return key;
}

function wrap(handle: (request: Request, params: Params) => Promise<Answer>): Handler {
  return async (request, context) => {
    const requestId = request.headers.get('x-request-id') ?? undefined;
    const started = performance.now();
    const params = await context.params;
    const response = await withLogContext({ requestId }, () => answer(request, params, handle));
    recordDuration('headcraft.request.duration', performance.now() - started, {
      route: routeOf(new URL(request.url).pathname, params),
      method: request.method,
      status: response.status,
    });
    return response;
  };
}

async function answer(
  request: Request,
  params: Params,
  handle: (request: Request, params: Params) => Promise<Answer>,
): Promise<Response> {
  try {
    requireSameOrigin(request);
    const answered = await handle(request, params);
    if (answered instanceof Response) return answered;
    return Response.json(answered, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return errorResponse(error);
  }
}

/** The path with its values named: `/api/teams/acme/members` → `/api/teams/[teamId]/members`. */
function routeOf(path: string, params: Params): string {
  const names = new Map(
    Object.entries(params).map(([name, value]) => [encodeURIComponent(value), `[${name}]`]),
  );
  return path
    .split('/')
    .map((part) => names.get(part) ?? part)
    .join('/');
}

async function limitBy(db: Db, limit: LimitName | undefined, key: string): Promise<void> {
  if (limit) await consumeLimit(db, limit, key);
}

async function parse<B extends z.ZodType, Q extends z.ZodType>(
  request: Request,
  schemas: Schemas<B, Q>,
): Promise<{ body: z.infer<B>; query: z.infer<Q> }> {
  const query = schemas.query?.parse(Object.fromEntries(new URL(request.url).searchParams));
  const body = schemas.body?.parse(await readJson(request));
  return { body: body as z.infer<B>, query: query as z.infer<Q> };
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new AppError('malformed', 'The body is not valid JSON.');
  }
}
