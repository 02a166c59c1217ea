'use client';

import { useState } from 'react';
import { ConsentForm } from '@/features/privacy/components/consent-form';
import type { PhotoStepData } from '../loaders';
import type { PhotoSetView } from '../photo-types';
import { PhotoBoard } from './photo-board';

type PhotoStepProps = {
  /** Slug or id. */
  team: string;
  data: PhotoStepData;
  /** The set changed: how many photos are usable, what it can serve, why it is blocked. */
  onSetChange?: (set: PhotoSetView) => void;
};

/** The first step of new headshots: the consent while it is missing, then the member's selfies. */
export function PhotoStep({ team, data, onSetChange }: PhotoStepProps) {
  const [consented, setConsented] = useState(data.consented);
  // Kept across a withdrawal, so that deleted photos do not come back for a moment.
  const [set, setSet] = useState(data.set);
  if (!consented)
    return <ConsentForm team={team} policy={data.policy} onAccepted={() => setConsented(true)} />;
  return (
    <PhotoBoard
      team={team}
      initial={set}
      onSetChange={(changed) => {
        setSet(changed);
        onSetChange?.(changed);
      }}
      onWithdrawn={() => setConsented(false)}
    />
  );
}
