import type { Ctx } from '@/db/context';
import { findStandingConsent, getPolicy, type PolicyView } from '@/features/privacy/consent-queries';
import type { PhotoSetView } from './photo-types';
import { getCurrentSet } from './queries';

/** What `PhotoStep` starts from. */
export type PhotoStepData = {
  set: PhotoSetView;
  policy: PolicyView;
  /** False: the text has to be read and accepted before the first photo. */
  consented: boolean;
};

export async function loadPhotoStep(ctx: Ctx): Promise<PhotoStepData> {
  const [set, policy, consent] = await Promise.all([
    getCurrentSet(ctx),
    getPolicy(ctx),
    findStandingConsent(ctx),
  ]);
  return { set, policy, consented: consent !== null };
}
