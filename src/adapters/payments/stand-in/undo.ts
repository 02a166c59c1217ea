/**
 * Changes that can be taken back, so that a refused call leaves nothing behind. Whoever changes something gets the state through
 * proxies that change the real objects and note how to undo it; copying the whole state for every call would cost as much as all that
 * was ever bought.
 */
type Undo = () => void;

/** What a proxy stands for. */
const REAL = new WeakMap<object, object>();
/** The notes of a state that is given out through proxies. */
const NOTES = new WeakMap<object, Undo[]>();

/** Does it whole or not at all: what it throws undoes everything, unless `stays` says that the attempt itself is a fact. */
export function attempt<S extends object, T>(
  state: S,
  work: (state: S) => T,
  stays: (error: unknown) => boolean = () => false,
): T {
  const notes = NOTES.get(state) ?? [];
  const begin = notes.length;
  try {
    return real(work(NOTES.has(state) ? state : watch(state, notes)));
  } catch (error) {
    if (!stays(error)) undo(notes, begin);
    throw error;
  }
}

/** Does it, answers a copy of the result and takes everything back: how a preview is made. */
export function rehearse<S extends object, T>(state: S, work: (state: S) => T): T {
  const notes = NOTES.get(state) ?? [];
  const begin = notes.length;
  try {
    return structuredClone(real(work(NOTES.has(state) ? state : watch(state, notes))));
  } finally {
    undo(notes, begin);
  }
}

/** A copy of an object of the state, as it is now. */
export function copyOf<T extends object>(object: T): T {
  return structuredClone(real(object));
}

function undo(notes: Undo[], begin: number): void {
  for (const note of notes.splice(begin).reverse()) note();
}

function watch<S extends object>(state: S, notes: Undo[]): S {
  const known = new WeakMap<object, object>();
  const handler: ProxyHandler<object> = {
    get: (target, name) => proxyOf(Reflect.get(target, name)),
    set(target, name, value) {
      notes.push(Array.isArray(target) ? undoInList(target, name) : undoSet(target, name));
      return Reflect.set(target, name, real(value));
    },
    deleteProperty(target, name) {
      notes.push(undoDelete(target));
      return Reflect.deleteProperty(target, name);
    },
  };
  function proxyOf<T>(value: T): T {
    if (typeof value !== 'object' || value === null || REAL.has(value)) return value;
    const before = known.get(value);
    if (before) return before as T;
    const proxy = new Proxy<object>(value, handler);
    known.set(value, proxy);
    REAL.set(proxy, value);
    return proxy as T;
  }
  const whole = proxyOf(state);
  NOTES.set(whole, notes);
  return whole;
}

/** Without a proxy in it, however deep: proxies are no part of the state. */
function real<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const behind = REAL.get(value);
  if (behind) return behind as T;
  for (const [name, part] of Object.entries(value)) {
    const plain = real(part);
    if (plain !== part) (value as Record<string, unknown>)[name] = plain;
  }
  return value;
}

function undoSet(target: object, name: PropertyKey): Undo {
  if (!Object.hasOwn(target, name)) return () => void Reflect.deleteProperty(target, name);
  const before: unknown = Reflect.get(target, name);
  return () => void Reflect.set(target, name, before);
}

/** Objects are kept in their order, which setting a deleted name again would change. */
function undoDelete(target: object): Undo {
  const before = Object.entries(target);
  return () => {
    for (const name of Object.keys(target)) Reflect.deleteProperty(target, name);
    Object.assign(target, Object.fromEntries(before));
  };
}

/** Lists grow by the name that is one too high, and shrink by their length. */
function undoInList(list: unknown[], name: PropertyKey): Undo {
  const { length } = list;
  if (name !== 'length' && Object.hasOwn(list, name)) return undoSet(list, name);
  const tail = name === 'length' ? list.slice() : [];
  return () => {
    list.length = length;
    if (tail.length > 0) list.splice(0, length, ...tail);
  };
}
