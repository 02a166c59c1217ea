/**
 * What a route promises: who may, what comes in, what goes out. The wrappers of `auth/route.ts` hold requests to it, the OpenAPI
 * document is built from it, and every answer in the tests is checked against it.
 */
import type { z } from 'zod';
import type { LimitName } from '@/auth/rate-limit';
import type { ErrorCode } from '@/lib/errors';
import type { Permission } from '@/lib/permissions';
import type { Scope } from '@/lib/scopes';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One answer by its status: JSON, files of these media types, or (without both) no body. */
export type Answer = { says: string; json?: z.ZodType; media?: readonly string[] };

export type Contract<B extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> = {
  /** Unique, camelCase: the `operationId`. */
  name: string;
  method: Method;
  /** As OpenAPI writes it: `/api/teams/{teamId}/members`. */
  path: string;
  group: Group;
  summary: string;
  /** What the summary does not say. Plain sentences. */
  details?: string;
  /** `own`: only the member or person whose object it is; to others it is not there. */
  who: 'everyone' | 'person' | 'member' | 'admin' | 'own';
  /** Of a route of a team. */
  permission?: Permission;
  /** What a key needs. Without one no key opens the route: only a session does. */
  scope?: Scope;
  /** Whether an organization's key may, too. */
  organizationKeys?: true;
  /** Schema of the JSON body. Without one the body is not read as JSON. */
  body?: B;
  /** Schema of the query string as an object of strings. */
  query?: Q;
  /** Media types of a body that is a file. */
  upload?: readonly string[];
  /** Counted by key or person, or by network address on routes for everyone. */
  limit?: LimitName;
  /** Honours the header `Idempotency-Key`. */
  idempotent?: true;
  answers: Record<number, Answer>;
  /** Refusals besides those that follow from the rest. */
  errors?: readonly ErrorCode[];
};

export const GROUPS = [
  'Teams',
  'Members',
  'Credits',
  'Billing',
  'Photos',
  'Headshots',
  'Pictures',
  'Consent and deletion',
  'Provenance',
  'Notices',
  'API keys',
] as const;
export type Group = (typeof GROUPS)[number];

/** Keeps the types of body and query for the handler. */
export function route<
  B extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  K extends true | undefined = undefined,
>(contract: Contract<B, Q> & { organizationKeys?: K }): Contract<B, Q> & { organizationKeys: K } {
  return { ...contract, organizationKeys: contract.organizationKeys as K };
}

export function json(says: string, schema: z.ZodType): Answer {
  return { says, json: schema };
}

export function file(says: string, ...media: string[]): Answer {
  return { says, media };
}

export const NOTHING: Answer = { says: 'Done; there is nothing to say.' };
