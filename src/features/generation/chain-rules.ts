/**
 * What comes after a call that gave no picture: the same engine, the next one of the chain, later, or never. Pure. A chain is the
 * engine of the generation and, when that is an AI engine, the other AI engines of this installation. The studio is another product:
 * it is never in the chain of an AI engine.
 */
import type { EngineFailure, EngineName } from './engine';

export type Miss = {
  engine: EngineName;
  /** `unlike`: drawn, but not the person. */
  reason: EngineFailure | 'unlike';
  retryAfterMs?: number | undefined;
};

/** Asking the same engine again for this picture is pointless. */
const FOR_GOOD: readonly Miss['reason'][] = ['refused', 'budget', 'setup'];

/** The engine is asked again, but another one first. */
const FOR_NOW: readonly Miss['reason'][] = ['outage', 'timeout', 'unusable'];

/** So many unlike pictures, and another engine may know the face better. */
const UNLIKE_LIMIT = 2;

export type Choice =
  | { kind: 'engine'; engine: EngineName; because: string | null; waitMs: number }
  /** All that are left ask to be left alone for now. */
  | { kind: 'later'; retryAfterMs: number }
  | { kind: 'none' };

/** Milliseconds until a busy engine is asked again that does not say when. */
const BUSY_FOR = 15_000;

const LONGEST_WAIT = 10_000;

/** `misses` are those of this picture in their order; `closed` says which engines may not be called now, and how long. */
export function chooseEngine(
  chain: readonly EngineName[],
  misses: readonly Miss[],
  closed: ReadonlyMap<EngineName, number> = new Map(),
): Choice {
  const possible = chain.filter(
    (engine) => !misses.some((miss) => miss.engine === engine && FOR_GOOD.includes(miss.reason)),
  );
  if (possible.length === 0) return { kind: 'none' };
  const waits = new Map(possible.map((engine) => [engine, silence(engine, misses, closed)]));
  const open = possible.filter((engine) => waits.get(engine) === 0);
  if (open.length === 0) return { kind: 'later', retryAfterMs: Math.min(...waits.values()) };
  const [engine] = open.sort((a, b) => strikes(a, misses) - strikes(b, misses));
  if (!engine) return { kind: 'none' };
  return {
    kind: 'engine',
    engine,
    because: whyNow(chain, engine, misses, closed),
    waitMs: waitFor(engine, misses),
  };
}

/** Milliseconds for which the engine is not to be called; 0: now. */
function silence(
  engine: EngineName,
  misses: readonly Miss[],
  closed: ReadonlyMap<EngineName, number>,
): number {
  const busy = misses.filter((miss) => miss.engine === engine && miss.reason === 'busy').at(-1);
  return Math.max(closed.get(engine) ?? 0, busy ? Math.max(1, busy.retryAfterMs ?? BUSY_FOR) : 0);
}

function strikes(engine: EngineName, misses: readonly Miss[]): number {
  const own = misses.filter((miss) => miss.engine === engine);
  const unlike = own.filter(({ reason }) => reason === 'unlike').length;
  return own.filter(({ reason }) => FOR_NOW.includes(reason)).length + Math.floor(unlike / UNLIKE_LIMIT);
}

/** Asking one that just broke again: first a little later, then later still. Others are asked at once. */
function waitFor(engine: EngineName, misses: readonly Miss[]): number {
  const last = misses.at(-1);
  // The studio is this machine: nothing there gets better by waiting.
  if (engine === 'studio' || last?.engine !== engine || !FOR_NOW.includes(last.reason)) return 0;
  return Math.min(LONGEST_WAIT, 2_000 * 4 ** (strikes(engine, misses) - 1));
}

/** Why it is not the first of the chain, or not the one before: `openai: refused`. Null for a first call as planned. */
function whyNow(
  chain: readonly EngineName[],
  engine: EngineName,
  misses: readonly Miss[],
  closed: ReadonlyMap<EngineName, number>,
): string | null {
  const last = misses.at(-1);
  if (last) return `${last.engine}: ${last.reason}`;
  const [first] = chain;
  return first && first !== engine && closed.has(first) ? `${first}: circuit open` : null;
}

/** How a picture ends for which nothing is left to try: refused only when somebody refused and nobody drew. */
export function endOf(misses: readonly Miss[]): 'unlike' | 'refused' | 'failed' {
  if (misses.at(-1)?.reason === 'unlike') return 'unlike';
  return misses.some(({ reason }) => reason === 'refused') &&
    !misses.some(({ reason }) => reason === 'unlike')
    ? 'refused'
    : 'failed';
}
