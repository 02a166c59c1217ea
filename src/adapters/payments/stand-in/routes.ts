/** How calls are written down: a method, a path with `:names`, and what answers it. */
import type { z } from 'zod';
import { missing } from './faults';
import { listOf, type Page } from './lists';
import { checkParams, noParams } from './params';
import { shown } from './render';
import type { Store } from './store';

export type Call = {
  store: Store;
  /** The path's own ids, in order; the first one is `id`. */
  id: string;
  ids: string[];
  params: Record<string, unknown>;
  now: Date;
};

export type Route = {
  method: string;
  /** `/v1/customers/:id`. */
  name: string;
  path: RegExp;
  answer(call: Call): object;
};

type Expand = { expand?: string[] };

/** A call with checked parameters, whose answer is shown with what `expand` asks for. */
export function route<S extends z.ZodType<Expand>>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  params: S,
  answer: (input: z.infer<S>, call: Call) => object,
): Route {
  return {
    method,
    name: path,
    path: pattern(path),
    answer: (call) => {
      const input = checkParams(params, call.params);
      return shown(call.store, answer(input, call), input.expand);
    },
  };
}

/** `GET …/:id`. */
export function retrieving(
  path: string,
  what: string,
  from: (store: Store) => Record<string, object>,
): Route {
  return route('GET', `${path}/:id`, noParams, (_input, { store, id }) => findIn(from(store), what, id));
}

/** `GET …`: the objects that fit, newest first. */
export function listing<S extends z.ZodType<Expand & Page>, T extends object>(
  path: string,
  params: S,
  from: (call: Call) => readonly T[],
  fits: (object: T, input: z.infer<S>, call: Call) => boolean,
): Route {
  return route('GET', path, params, (input, call) => {
    const url = call.ids.reduce((whole, id) => whole.replace(/:[a-z_]+/, () => id), path);
    return listOf(url, [...from(call)].reverse(), (object) => fits(object, input, call), input);
  });
}

/** Throws Stripe's 404, or its 400 about `param`. */
export function findIn<T>(from: Record<string, T>, what: string, id: string, param?: string): T {
  const found = Object.hasOwn(from, id) ? from[id] : undefined;
  if (!found) throw missing(what, id, param);
  return found;
}

/** Whether a filter is not given or names this value. */
export function same<T>(wanted: T | undefined, value: T | null): boolean {
  return wanted === undefined || wanted === value;
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:[a-z_]+/g, '([^/]+)')}$`);
}
