import { badRequest } from './faults';
import { HIDDEN_FIELDS } from './objects';
import { findObject, type Store } from './store';

type Fields = Record<string, unknown>;

/** The answer to a call: a copy of the object with the asked-for ids replaced by what they name. */
export function present(store: Store, object: object, expand: readonly string[] = []): object {
  const answer = structuredClone(object) as Fields;
  const items = answer.object === 'list' && Array.isArray(answer.data) ? (answer.data as Fields[]) : [answer];
  const wanted = items === answer.data ? expand.map((path) => path.replace(/^data\./, '')) : expand;
  for (const item of items) {
    for (const path of wanted) resolve(store, item, path.split('.'), path);
    for (const name of HIDDEN_FIELDS) if (!wanted.includes(name)) delete item[name];
  }
  return answer;
}

function resolve(store: Store, node: Fields, [key = '', ...rest]: string[], whole: string): void {
  const value = node[key];
  if (value === undefined)
    throw badRequest(`This property cannot be expanded (${whole}).`, { param: 'expand' });
  if (value === null) return;
  const found = typeof value === 'string' ? findObject(store, value) : value;
  if (!found) throw badRequest(`This property cannot be expanded (${whole}).`, { param: 'expand' });
  const inner = structuredClone(found) as Fields;
  node[key] = inner;
  if (rest.length > 0) resolve(store, inner, rest, whole);
}
