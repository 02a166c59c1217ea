'use client';

import { lazy, Suspense } from 'react';
import { useTexts } from '#use-texts';
import { LiveRegion } from '@/components/ui/live-region';
import type { Handover } from './use-handover';

const HandoverOpen = lazy(() => import('./handover-open'));

export type HandoverPanelProps = { handover: Handover; onStart: () => void; onClose: () => void };

/** The QR code for the member's phone, then whether the phone is there. */
export function HandoverPanel(props: HandoverPanelProps) {
  const { t } = useTexts();
  const { state } = props.handover;
  return (
    <>
      <LiveRegion>
        {(state === 'waiting' || state === 'open' || state === 'ended') &&
          t(`uploads.client.handover.said.${state}`)}
      </LiveRegion>
      {state !== 'closed' && (
        <Suspense fallback={null}>
          <HandoverOpen {...props} />
        </Suspense>
      )}
    </>
  );
}
