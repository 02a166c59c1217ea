/** What the engine of this installation does, for pages that everyone reads. Asks no database. */
import type { OfferedQuality } from '@/features/billing/tier-rules';
import { offeredQualities } from './config';
import { activeEngine } from './engines/active';

/** Qualities that can be drawn today, for pages that say what can be had. */
export function loadOfferedQualities(): OfferedQuality[] {
  return offeredQualities();
}

/** Whether a picture is a finished selfie; otherwise it is drawn anew from several. */
export function loadFinishesSelfie(): boolean {
  return activeEngine().capabilities.finishesSelfie;
}
