import type { Ctx } from '@/db/context';
import { findStandingConsent, getPolicy, type PolicyView } from '@/features/privacy/consent-queries';
import { requireMember } from '@/lib/actor';
import { pageTexts } from '@/texts/page-texts';
import { getHandover } from './handover/handover-queries';
import type { HandoverView } from './handover/handover-types';
import type { PhotoSetEntry, PhotoSetView } from './photo-types';
import { getCurrentSet, listPhotoSets } from './queries';

/** What `PhotoStep` starts from. */
export type PhotoStepData = {
  set: PhotoSetView;
  /** All of the member's sets that have photos. */
  sets: PhotoSetEntry[];
  policy: PolicyView;
  /** False: the text has to be read and accepted before the first photo. */
  consented: boolean;
  memberId: string;
  /** The member's hand-over to a phone, while one lives. */
  handover: HandoverView | null;
};

export async function loadPhotoStep(ctx: Ctx): Promise<PhotoStepData> {
  const texts = await pageTexts();
  const [set, policy, consent, { handover }, { sets }] = await Promise.all([
    getCurrentSet(ctx, texts),
    getPolicy(ctx, texts),
    findStandingConsent(ctx),
    getHandover(ctx),
    listPhotoSets(ctx),
  ]);
  const { memberId } = requireMember(ctx.actor);
  return { set, sets, policy, consented: consent !== null, memberId, handover };
}
