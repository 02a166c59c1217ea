/** Stripe's request encoding: `line_items[0][price_data][currency]=usd` → nested objects and arrays of strings. */
import { badRequest } from './faults';

export type FormValue = string | FormValue[] | { [name: string]: FormValue };

type Tree = { [name: string]: string | Tree };

export function parseForm(text: string): Record<string, FormValue> {
  const root: Tree = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) insert(root, keysOf(name), value);
  const parsed = toValue(root);
  return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : {};
}

function keysOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) throw badRequest(`Invalid parameter name: ${name}`);
  return [match[1] ?? '', ...[...(match[2] ?? '').matchAll(/\[([^\]]*)\]/g)].map((part) => part[1] ?? '')];
}

function insert(root: Tree, keys: string[], value: string): void {
  let node = root;
  const last = keys.length - 1;
  keys.forEach((raw, depth) => {
    // `expand[]=a` appends.
    const key = raw === '' ? String(Object.keys(node).length) : raw;
    if (depth === last) {
      node[key] = value;
      return;
    }
    const next = node[key] ?? Object.create(null);
    if (typeof next === 'string') throw badRequest(`Invalid parameter: ${keys[0]}`);
    node[key] = next;
    node = next;
  });
}

function toValue(node: string | Tree): FormValue {
  if (typeof node === 'string') return node;
  const keys = Object.keys(node);
  // Names that are all numbers come in their order.
  if (keys.length > 0 && keys.every((key, index) => key === String(index))) {
    return keys.map((key) => toValue(node[key] ?? ''));
  }
  return Object.fromEntries(keys.map((key) => [key, toValue(node[key] ?? '')]));
}
