'use client';

import { lazy, Suspense } from 'react';
import { LiveRegion } from '@/components/ui/live-region';
import type { Handover } from './use-handover';

const HandoverOpen = lazy(() => import('./handover-open'));

export type HandoverPanelProps = { handover: Handover; onStart: () => void; onClose: () => void };

const SAID: Partial<Record<Handover['state'], string>> = {
  waiting: 'A code for your phone is shown. There is also a link to copy.',
  open: 'Your phone is connected.',
  ended: 'Your phone is not connected.',
};

/** The QR code for the member's phone, then whether the phone is there. */
export function HandoverPanel(props: HandoverPanelProps) {
  return (
    <>
      <LiveRegion>{SAID[props.handover.state]}</LiveRegion>
      {props.handover.state !== 'closed' && (
        <Suspense fallback={null}>
          <HandoverOpen {...props} />
        </Suspense>
      )}
    </>
  );
}
