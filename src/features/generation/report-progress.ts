/** Turns the engine's many small steps into a few writes: at most one under way, and not more often than pages need. */
import type { Db } from '@/db/types';
import type { Claim } from './claim';
import { reportProgress } from './picture-writes';
import { drawnPart } from './progress';

const EVERY = 800;

export type Reporter = {
  /** 0–1 of the picture under way. */
  report(fraction: number): void;
  /** Waits for a write under way; afterwards `report` does nothing. */
  stop(): Promise<void>;
};

/** `over` pictures are decided. A write that fails is dropped: the next move of the picture meets the same error. */
export function reporter(db: Db, claim: Claim, over: number): Reporter {
  let writing: Promise<void> | null = null;
  let next = 0;
  let stopped = false;
  return {
    report(fraction) {
      const now = Date.now();
      if (stopped || writing || now < next) return;
      next = now + EVERY;
      const part = drawnPart(over, claim.variations, fraction);
      writing = reportProgress(db, claim, { stage: 'drawing', part })
        // A report is only for show: the next one tells more, and the worker's own writes find out what is wrong.
        .catch(() => {})
        .finally(() => {
          writing = null;
        });
    },
    async stop() {
      stopped = true;
      await writing;
    },
  };
}
