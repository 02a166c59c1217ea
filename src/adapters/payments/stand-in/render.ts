/** What a call answers: a copy of the object without our own fields, the asked-for ids replaced by what they name. */
import { badRequest } from './faults';
import { OWN_FIELD } from './objects/kept';
import { OPTIONAL_FIELDS } from './optional-fields';
import { findObject, type Store } from './store';

type Fields = Record<string, unknown>;

/** `expand` as in the request: `payment_intent.latest_charge`, `data.customer`, … Throws for what cannot be expanded. */
export function shown(store: Store, object: object, expand: readonly string[] = []): object {
  return showObject(
    store,
    object as Fields,
    expand.map((path) => path.split('.')),
  );
}

/** A field that nobody asked to expand. */
function show(store: Store, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => show(store, item));
  return value !== null && typeof value === 'object' ? showObject(store, value as Fields, []) : value;
}

function showObject(store: Store, object: Fields, paths: string[][]): Fields {
  const answer: Fields = {};
  for (const [name, value] of Object.entries(object)) {
    if (name.startsWith(OWN_FIELD)) continue;
    const below = pathsBelow(paths, name);
    answer[name] = below ? showLinked(store, value, below) : show(store, value);
  }
  for (const [name, make] of Object.entries(OPTIONAL_FIELDS[String(object.object)] ?? {})) {
    const below = pathsBelow(paths, name);
    if (below) answer[name] = showLinked(store, make(store, object), below);
  }
  for (const [first = ''] of paths) if (!Object.hasOwn(answer, first)) throw cannotExpand(first);
  return answer;
}

/** A field that is to be expanded: an id becomes its object, and so does each id of a list. */
function showLinked(store: Store, value: unknown, paths: string[][]): unknown {
  if (Array.isArray(value)) return value.map((item) => showLinked(store, item, paths));
  if (value !== null && typeof value === 'object') return showObject(store, value as Fields, paths);
  if (typeof value !== 'string') return value;
  const found = findObject(store, value);
  if (!found) throw cannotExpand(paths[0]?.join('.') ?? value);
  return showObject(store, found as Fields, paths);
}

/** What is asked for below this field; null when the field itself is not asked for. */
function pathsBelow(paths: string[][], name: string): string[][] | null {
  const here = paths.filter(([first]) => first === name);
  return here.length === 0 ? null : here.map((path) => path.slice(1)).filter((path) => path.length > 0);
}

function cannotExpand(path: string) {
  return badRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}
