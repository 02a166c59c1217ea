/**
 * When an engine is left alone, over all workers: after failures in a row that say something about the engine and nothing about the
 * picture. Pure. Closed (called) → open (left alone for a while) → one probe → closed again, or open for twice as long.
 */
import { MINUTE, plus } from '@/lib/time';
import type { EngineFailure } from './engine';

export type Circuit = {
  /** In a row. */
  failures: number;
  /** Times it opened in a row. */
  opens: number;
  /** Null: closed. In the past: the next caller is the probe. */
  openUntil: Date | null;
};

export const CLOSED: Circuit = { failures: 0, opens: 0, openUntil: null };

/** Each says that the next call would most likely fail as well. */
const COUNTED: readonly EngineFailure[] = ['outage', 'timeout'];

/** Nothing but a person mends these. */
const AT_ONCE: readonly EngineFailure[] = ['budget', 'setup'];

const TOO_MANY = 5;
const FIRST_REST = MINUTE;
const LONGEST_REST = 10 * MINUTE;

/** A probe that says nothing for so long has lost its worker; the next caller probes. */
export const PROBE = 4 * MINUTE;

/** Null when this failure changes nothing. */
export function afterFailure(circuit: Circuit, reason: EngineFailure, now: Date): Circuit | null {
  const atOnce = AT_ONCE.includes(reason);
  if (!atOnce && !COUNTED.includes(reason)) return null;
  const failures = circuit.failures + 1;
  const probing = circuit.openUntil !== null;
  if (!atOnce && !probing && failures < TOO_MANY) return { ...circuit, failures };
  const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** circuit.opens);
  return { failures, opens: circuit.opens + 1, openUntil: plus(now, rest) };
}

/** Milliseconds for which it is left alone; 0: it may be called, by one probe if it was open. */
export function restOf({ openUntil }: Pick<Circuit, 'openUntil'>, now: Date): number {
  return openUntil ? Math.max(0, openUntil.getTime() - now.getTime()) : 0;
}
