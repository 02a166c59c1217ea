/**
 * Wrappers for route handlers: session → Ctx, origin check, rate limit, zod, one error shape. Each holds requests to the route's
 * contract (`src/contract`). A handler answers a `Response` or a value that becomes JSON.
 */
import type { z } from 'zod';
import { database } from '@/adapters/database/client';
import type { Contract } from '@/contract/define';
import { observeAnswer } from '@/contract/observe';
import type { Db } from '@/db/types';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { withLogContext } from '@/lib/log-context';
import type { Permission } from '@/lib/permissions';
import { recordDuration } from '@/lib/telemetry';
import { inLanguage, say } from '@/texts/current-texts';
import { requestLanguage } from '@/texts/request-language';
import { identify, memberCtx, type OrganizationCtx, organizationCtx, requirePerson } from './credentials';
import { errorResponse } from './http-errors';
import { requireSameOrigin } from './origin';
import { type Phone, requirePhone } from './phone';
import { consumeLimit, type LimitName } from './rate-limit';
import { readJson } from './read-json';
import { requireNames, requireText } from './require-text';
import type { SignedIn, TeamCtx } from './session';

type Params = Record<string, string>;
type RouteContext = { params: Promise<Params | undefined> };
/** A handler knows its contract, so that a test can hold the two against each other. */
export type Handler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  readonly contract?: Contract;
};

/** What is parsed and counted of routes that are no part of the documented API. */
type Schemas<B extends z.ZodType, Q extends z.ZodType> = Pick<Contract<B, Q>, 'body' | 'query' | 'limit'>;

type Input<B extends z.ZodType, Q extends z.ZodType> = {
  request: Request;
  params: Params;
  body: z.infer<B>;
  query: z.infer<Q>;
};

type Answer = Response | object;

/** A route of one team: a member with the contract's permission, or not found. */
export function teamRoute<B extends z.ZodType, Q extends z.ZodType>(
  contract: Contract<B, Q>,
  handle: (input: Input<B, Q> & { ctx: TeamCtx }) => Promise<Answer>,
): Handler {
  return documented(contract, async (request, params) => {
    const ctx = await memberCtx(await identify(request, contract), params.teamId ?? '');
    requirePermission(ctx.actor, permissionOf(contract));
    await limitBy(ctx.db, contract.limit, ctx.user.userId);
    return handle({ request, params, ctx, ...(await parse(request, contract)) });
  });
}

/** The same, open to the team's own keys, too. */
export function organizationRoute<B extends z.ZodType, Q extends z.ZodType>(
  contract: Contract<B, Q> & { organizationKeys: true },
  handle: (input: Input<B, Q> & { ctx: OrganizationCtx }) => Promise<Answer>,
): Handler {
  return documented(contract, async (request, params) => {
    const ctx = await organizationCtx(await identify(request, contract), params.teamId ?? '');
    requirePermission(ctx.actor, permissionOf(contract));
    const { actor } = ctx;
    await limitBy(ctx.db, contract.limit, actor.kind === 'key' ? actor.keyId : actor.userId);
    return handle({ request, params, ctx, ...(await parse(request, contract)) });
  });
}

/** A route of the signed-in person, in no particular team. */
export function userRoute<B extends z.ZodType, Q extends z.ZodType>(
  contract: Contract<B, Q>,
  handle: (input: Input<B, Q> & { user: SignedIn; db: Db }) => Promise<Answer>,
): Handler {
  return documented(contract, async (request, params) => {
    const user = requirePerson(await identify(request, contract));
    const db = await database();
    await limitBy(db, contract.limit, user.userId);
    return handle({ request, params, user, db, ...(await parse(request, contract)) });
  });
}

/** A route for a phone that opened a hand-over's link. Counted by hand-over. */
export function phoneRoute<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  options: Schemas<B, Q>,
  handle: (input: Input<B, Q> & { phone: Phone }) => Promise<Answer>,
): Handler {
  return wrap(async (request, params) => {
    requireSameOrigin(request);
    const phone = await requirePhone(request.headers);
    await limitBy(phone.ctx.db, options.limit, phone.handover.id);
    return handle({ request, params, phone, ...(await parse(request, options)) });
  });
}

/** A route for everyone. */
export function publicRoute<B extends z.ZodType, Q extends z.ZodType>(
  contract: Contract<B, Q>,
  handle: (input: Input<B, Q> & { db: Db }) => Promise<Answer>,
): Handler {
  return documented(contract, open(contract, handle));
}

/** A route for everyone that is no part of the API: machines that sign what they send, and our own phone page. */
export function internalRoute<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  schemas: Schemas<B, Q>,
  handle: (input: Input<B, Q> & { db: Db }) => Promise<Answer>,
): Handler {
  return wrap(open(schemas, handle));
}

function open<B extends z.ZodType, Q extends z.ZodType>(
  schemas: Schemas<B, Q>,
  handle: (input: Input<B, Q> & { db: Db }) => Promise<Answer>,
): Work {
  return async (request, params) => {
    requireSameOrigin(request);
    const db = await database();
    await limitBy(db, schemas.limit, clientIp(request));
    return handle({ request, params, db, ...(await parse(request, schemas)) });
  };
}

/** The address `middleware.ts` took from the connection or, behind a trusted proxy, from its header. */
export function clientIp(request: Request): string {
  return request.headers.get('x-headcraft-ip') ?? 'unknown';
}

/** The caller's `Idempotency-Key`, or a fresh one: a request without it is its own. */
export function idempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key')?.trim();
  if (!key) return crypto.randomUUID();
  if (key.length > 200) throw new AppError('malformed', say('errors.longKey'));
  return key;
}

type Work = (request: Request, params: Params) => Promise<Answer>;

function permissionOf({ name, permission }: Contract): Permission {
  if (!permission) throw new Error(`${name} is a route of a team without a permission.`);
  return permission;
}

function documented(contract: Contract, work: Work): Handler {
  const handler = wrap(work);
  const observed: Handler = async (request, context) => {
    const response = await handler(request, context);
    await observeAnswer(contract, response);
    return response;
  };
  return Object.assign(observed, { contract });
}

function wrap(handle: Work): Handler {
  return async (request, context) => {
    const { requestId, told } = requestIdOf(request);
    const started = performance.now();
    // Next leaves them out where a path has none.
    const params = (await context.params) ?? {};
    const response = await withLogContext({ requestId }, () =>
      inLanguage(requestLanguage(request.headers), () => answer(request, params, handle)),
    );
    if (!told) response.headers.set('x-request-id', requestId);
    recordDuration('headcraft.request.duration', performance.now() - started, {
      route: routeOf(new URL(request.url).pathname, params),
      method: request.method,
      status: response.status,
    });
    return response;
  };
}

const REQUEST_ID = /^[0-9a-f-]{36}$/;

/** `told`: the middleware gave it and tells it. Photos do not pass there, and a client's own word must not fill the log. */
function requestIdOf({ headers }: Request): { requestId: string; told: boolean } {
  const given = headers.get('x-request-id') ?? '';
  return REQUEST_ID.test(given)
    ? { requestId: given, told: true }
    : { requestId: crypto.randomUUID(), told: false };
}

async function answer(
  request: Request,
  params: Params,
  handle: (request: Request, params: Params) => Promise<Answer>,
): Promise<Response> {
  try {
    requireNames(params);
    const answered = await handle(request, params);
    if (answered instanceof Response) return answered;
    return Response.json(answered, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return errorResponse(error);
  }
}

/** The path with its values named: `/api/teams/acme/members` → `/api/teams/[teamId]/members`. */
function routeOf(path: string, params: Params): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, `[${name}]`]));
  return (
    path
      .split('/')
      // Decoded: a path may be encoded in more ways than one.
      .map((part) => names.get(decodeURIComponent(part)) ?? part)
      .join('/')
  );
}

async function limitBy(db: Db, limit: LimitName | undefined, key: string): Promise<void> {
  if (limit) await consumeLimit(db, limit, key);
}

async function parse<B extends z.ZodType, Q extends z.ZodType>(
  request: Request,
  schemas: Schemas<B, Q>,
): Promise<{ body: z.infer<B>; query: z.infer<Q> }> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  requireText(asked);
  const query = schemas.query?.parse(asked);
  const body = schemas.body?.parse(await readJson(request));
  return { body: body as z.infer<B>, query: query as z.infer<Q> };
}
