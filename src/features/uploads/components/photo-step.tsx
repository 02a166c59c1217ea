'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import type { PhotoStepData } from '../loaders';
import type { PhotoSetView } from '../photo-types';
import type { SelfieDrawings } from './coaching';
import { PHOTO_BOARD_TITLE, PhotoBoard } from './photo-board';

// Read once in a lifetime; whoever comes back does not load it again.
const ConsentForm = lazy(async () => ({
  default: (await import('@/features/privacy/components/consent-form')).ConsentForm,
}));

type PhotoStepProps = {
  /** Slug or id. */
  team: string;
  data: PhotoStepData;
  drawings: SelfieDrawings;
  /** The engine finishes a selfie instead of drawing anew. */
  finishesSelfies: boolean;
  /** The set changed: how many photos are usable, what it can serve, why it is blocked. */
  onSetChange?: (set: PhotoSetView) => void;
  /** How many photos are on their way and not in the set yet. */
  onComing: (count: number) => void;
};

/** The first step of new headshots: the consent while it is missing, then the member's selfies. */
export function PhotoStep({ team, data, drawings, finishesSelfies, onSetChange, onComing }: PhotoStepProps) {
  const [consented, setConsented] = useState(data.consented);
  // Kept across a withdrawal, so that deleted photos do not come back for a moment.
  const [set, setSet] = useState(data.set);
  const [accepted, setAccepted] = useState(false);
  // The form was long and is gone: the page and the keyboard go on where the photos are added.
  useEffect(() => {
    if (accepted) document.getElementById(PHOTO_BOARD_TITLE)?.focus();
  }, [accepted]);
  if (!consented) {
    const accept = () => {
      setConsented(true);
      setAccepted(true);
    };
    return (
      <Suspense fallback={null}>
        <ConsentForm team={team} policy={data.policy} onAccepted={accept} />
      </Suspense>
    );
  }
  return (
    <PhotoBoard
      team={team}
      memberId={data.memberId}
      initial={set}
      sets={data.sets}
      handover={data.handover}
      drawings={drawings}
      finishesSelfies={finishesSelfies}
      onComing={onComing}
      onSetChange={(changed) => {
        setSet(changed);
        onSetChange?.(changed);
      }}
      onWithdrawn={() => {
        setConsented(false);
        setAccepted(false);
      }}
    />
  );
}
