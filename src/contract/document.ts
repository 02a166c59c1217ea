/** The OpenAPI 3.1 document of the registry. Its schemas are those that the routes parse with. */
import { z } from 'zod';
import { ERROR_STATUS, type ErrorCode } from '@/lib/errors';
import { SCOPES } from '@/lib/scopes';
import { sessionCookie } from '@/lib/session-cookies';
import { type Answer, type Contract, GROUPS } from './define';
import { ERROR_WORDS, refusalsOf } from './refusals';
import { CONTRACTS } from './registry';

export type Schema = { [keyword: string]: unknown };
type Json = Record<string, unknown>;
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
};
type Content = Record<string, { schema: Schema }>;
/** `x-codes`: those of a refusal. */
export type Response = { description: string; content?: Content; headers?: Json; 'x-codes'?: ErrorCode[] };
export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, Response | { $ref: string }>;
  'x-who': Contract['who'];
  'x-scope'?: string;
  'x-organization-keys'?: boolean;
};
export type OpenApi = {
  openapi: '3.1.1';
  info: Json;
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Parts & { securitySchemes: Json };
};

type Parts = { schemas: Record<string, Schema>; responses: Record<string, Response> };

const PATH_WORDS: Record<string, string> = {
  teamId: 'The id or the slug of the team',
  token: 'The secret of the link',
  pictureId: 'The id of the picture, of this generation',
};

const ERROR = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string().describe('For the person who reads it'),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .meta({ id: 'Error' });

/** `origin`: where this installation answers, e.g. `https://headcraft.example`. */
export function openApiDocument(origin: string): OpenApi {
  const parts: Parts = { schemas: {}, responses: {} };
  const paths: OpenApi['paths'] = {};
  for (const contract of CONTRACTS) {
    paths[contract.path] = {
      ...paths[contract.path],
      [contract.method.toLowerCase()]: operation(contract, parts),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'headcraft',
      version: '1',
      description: `Team headshots on a shared credit pool. The reference for people: ${origin}/docs`,
    },
    servers: [{ url: origin }],
    tags: GROUPS.map((name) => ({ name })),
    paths,
    components: {
      ...parts,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie(origin),
          description: 'The session of a browser. Writes must come from our own pages.',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: `A personal token or an organization’s key, limited to scopes: ${Object.keys(SCOPES).join(', ')}.`,
        },
      },
    },
  };
}

function operation(contract: Contract, parts: Parts): Operation {
  const { name, group, summary, details, who, scope, organizationKeys } = contract;
  const requestBody = bodyOf(contract, parts);
  return {
    operationId: name,
    tags: [group],
    summary,
    ...(details ? { description: details } : {}),
    security: who === 'everyone' ? [] : [{ session: [] }, ...(scope ? [{ key: [scope] }] : [])],
    parameters: parametersOf(contract),
    ...(requestBody ? { requestBody } : {}),
    responses: { ...answersOf(contract, parts), ...errorsOf(contract, parts) },
    'x-who': who,
    ...(scope ? { 'x-scope': scope } : {}),
    ...(organizationKeys ? { 'x-organization-keys': true } : {}),
  };
}

function parametersOf({ path, query, idempotent }: Contract): Parameter[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): Parameter => {
    const description = PATH_WORDS[name];
    return {
      name,
      in: 'path',
      required: true,
      ...(description ? { description } : {}),
      schema: { type: 'string' },
    };
  });
  const { properties = {}, required = [] } = query
    ? (inlineSchema(query) as { properties?: Record<string, Schema>; required?: string[] })
    : {};
  const asked = Object.entries(properties).map(
    ([name, schema]): Parameter => ({ name, in: 'query', required: required.includes(name), schema }),
  );
  const key: Parameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key, the same request: sent again it counts once.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  };
  return [...named, ...asked, ...(idempotent ? [key] : [])];
}

function bodyOf({ body, upload }: Contract, parts: Parts): Operation['requestBody'] {
  if (body)
    return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input', parts) } } };
  return upload ? { required: true, content: files(upload) } : undefined;
}

function answersOf({ answers }: Contract, parts: Parts): Record<string, Response> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, parts)]),
  );
}

function answerOf({ says, json, media = [] }: Answer, parts: Parts): Response {
  if (!json && media.length === 0) return { description: says };
  const content: Content = {
    ...(json ? { 'application/json': { schema: schemaOf(json, 'output', parts) } } : {}),
    ...files(media),
  };
  return { description: says, content };
}

/** Codes that share a status share an answer; equal answers are written once. */
function errorsOf(contract: Contract, parts: Parts): Record<string, { $ref: string }> {
  const codes = refusalsOf(contract);
  const statuses = [...new Set(codes.map((code) => ERROR_STATUS[code]))];
  return Object.fromEntries(
    statuses.map((status) => {
      const same = codes.filter((code) => ERROR_STATUS[code] === status).toSorted();
      const name = same.map(pascal).join('Or');
      parts.responses[name] ??= refusal(same, parts);
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

function refusal(codes: ErrorCode[], parts: Parts): Response {
  const retry = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } };
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_WORDS[code]}`).join('\n\n'),
    ...(codes.includes('rate_limited') ? { headers: retry } : {}),
    content: { 'application/json': { schema: schemaOf(ERROR, 'output', parts) } },
    'x-codes': codes,
  };
}

function pascal(code: ErrorCode): string {
  return code.replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());
}

function files(media: readonly string[]): Content {
  const schema = (type: string): Schema =>
    type.startsWith('text/')
      ? { type: 'string' }
      : type === 'multipart/form-data'
        ? { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
        : { type: 'string', format: 'binary' };
  return Object.fromEntries(media.map((type) => [type, { schema: schema(type) }]));
}

/** Named schemas (`meta({ id })`) go to `components` once; the rest stays in place. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', parts: Parts): Schema {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io, override: plain }) as Schema & { $defs?: Record<string, Schema> };
  for (const [id, definition] of Object.entries($defs)) {
    const { id: _id, ...own } = pointAtComponents(definition) as Schema;
    parts.schemas[id] = own;
  }
  const { id, ...own } = pointAtComponents(rest) as Schema;
  if (typeof id !== 'string') return own;
  parts.schemas[id] = own;
  return { $ref: `#/components/schemas/${id}` };
}

function inlineSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', override: plain });
}

/** Without what says nothing to a reader: the pattern behind a format, the range of a safe integer. */
function plain({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}

function pointAtComponents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pointAtComponents);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : pointAtComponents(value),
    ]),
  );
}
