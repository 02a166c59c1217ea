/** Keeps a claim alive while it is worked on, and notices when the work is to be given up. */
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { SECOND } from '@/lib/time';
import type { Claim } from './claim';
import { LostClaim, renewLease } from './fence';

/** Often enough that a cancel, a removed member or a withdrawn consent ends the drawing under way soon. */
const RENEW_EVERY = 3 * SECOND;

export type GiveUp = 'lost' | 'unwanted' | 'shutdown';

export type Lease = {
  /** Aborted with a `GiveUp` as its reason. */
  readonly signal: AbortSignal;
  readonly gaveUp: GiveUp | null;
  stop(): void;
};

/** `shutdown` is the process's own signal. A database that does not answer costs nothing until the lease ends. */
export function keepLease(db: Db, claim: Claim, shutdown: AbortSignal, everyMs = RENEW_EVERY): Lease {
  const controller = new AbortController();
  let gaveUp: GiveUp | null = null;
  let renewing = false;
  const giveUp = (why: GiveUp) => {
    gaveUp ??= why;
    controller.abort(why);
  };
  const renew = async () => {
    if (renewing) return;
    renewing = true;
    try {
      if (!(await renewLease(db, claim))) giveUp('unwanted');
    } catch (error) {
      if (error instanceof LostClaim) giveUp('lost');
      else log.warn({ err: error, generationId: claim.id }, 'lease not renewed');
    } finally {
      renewing = false;
    }
  };
  const timer = setInterval(() => void renew(), everyMs);
  const onShutdown = () => giveUp('shutdown');
  shutdown.addEventListener('abort', onShutdown, { once: true });
  if (shutdown.aborted) onShutdown();
  return {
    signal: controller.signal,
    get gaveUp() {
      return gaveUp;
    },
    stop() {
      clearInterval(timer);
      shutdown.removeEventListener('abort', onShutdown);
    },
  };
}
