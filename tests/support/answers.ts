/** Holds answers of routes against the OpenAPI document: the status is in it, and the body is as its schema says. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Contract } from '@/contract/define';
import { type Response as Documented, openApiDocument } from '@/contract/document';

const api = openApiDocument('http://localhost:3000');
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv, ['date-time', 'date']);
ajv.addSchema({ $id: 'openapi', components: api.components }, 'openapi');

const compiled = new Map<string, ValidateFunction>();

/** Throws what differs. The body stays readable. */
export async function checkAnswer(contract: Contract, response: Response): Promise<void> {
  const where = `${contract.method} ${contract.path} → ${response.status}`;
  const documented = answerOf(contract, response.status);
  if (!documented) throw new Error(`${where} is not in the OpenAPI document`);
  // Caches on the way may keep what says nothing of itself.
  if (response.body !== null && !response.headers.has('cache-control'))
    throw new Error(`${where} does not say who may keep it`);
  const type = response.headers.get('content-type')?.split(';')[0];
  const media = Object.keys(documented.content ?? {});
  if (media.length === 0 ? response.body !== null : !type || !media.includes(type))
    throw new Error(`${where} is ${type ?? 'empty'}; the document says ${media.join(', ') || 'empty'}`);
  const schema = documented.content?.[type ?? '']?.schema;
  if (type !== 'application/json' || !schema) return;
  const check = compiled.get(where) ?? ajv.compile(inOpenApi(schema) as object);
  compiled.set(where, check);
  if (check(await response.clone().json())) return;
  throw new Error(`${where} differs from the document: ${ajv.errorsText(check.errors)}`);
}

function answerOf({ method, path }: Contract, status: number): Documented | undefined {
  const found = api.paths[path]?.[method.toLowerCase()]?.responses[status];
  if (!found || !('$ref' in found)) return found;
  return api.components.responses[found.$ref.split('/').at(-1) ?? ''];
}

/** References inside the document, from a schema taken out of it. */
function inOpenApi(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node).replaceAll('"#/components/', '"openapi#/components/'));
}
