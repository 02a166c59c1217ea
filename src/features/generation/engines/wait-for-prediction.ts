/** Waits until a prediction has ended. A webhook is only a ring: what is true is read from the vendor, and is read anyway now and then. */
import { setTimeout } from 'node:timers/promises';
import type { Prediction } from '@/adapters/replicate/predictions';
import { VendorFailure, type VendorFailureKind } from '@/adapters/vendor-failure';
import type { CallLine } from '../engine';

export type Waiting = {
  /** Milliseconds between two looks whether it rang: cheap, in our database. */
  ringEveryMs: number;
  /** And between two readings at the vendor while it does not ring. */
  readEveryMs: number;
};

/** Throws `VendorFailure`, also when `signal` gives up. A reading that fails is repeated until then. */
export async function waitForPrediction(
  created: Prediction,
  read: () => Promise<Prediction>,
  line: CallLine,
  { ringEveryMs, readEveryMs }: Waiting,
  signal: AbortSignal,
): Promise<Prediction> {
  let current = created;
  let heard = 0;
  let lastRead = Date.now();
  while (current.status === 'running') {
    await pause(ringEveryMs, signal);
    const rings = await line.rings();
    if (rings === heard && Date.now() - lastRead < readEveryMs) continue;
    heard = rings;
    lastRead = Date.now();
    current = await readOr(current, read, signal);
  }
  return current;
}

/** A page of the network's in between is no answer about the prediction either. */
const PASSING: readonly VendorFailureKind[] = ['outage', 'busy', 'unusable'];

async function readOr(
  current: Prediction,
  read: () => Promise<Prediction>,
  signal: AbortSignal,
): Promise<Prediction> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof VendorFailure && PASSING.includes(error.kind)) || signal.aborted) throw error;
    return current;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    throw new VendorFailure('stopped', 'Nobody waits any more.');
  }
}
