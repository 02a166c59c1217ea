import type { ReactNode } from 'react';
import { SelfieExampleDrawing } from '@/components/brand/selfie-examples';
import type { SelfieDrawings } from '@/features/uploads/components/coaching';
import type { Texts } from '@/texts/make-texts';
import type { NewHeadshots } from '../loaders';
import { joinStyleLocks, type Lock } from '../lock-rules';
import { DeliveryNote } from './delivery-note';
import { type FirstRequest, firstRequest } from './first-request';
import { PlanNote } from './plan-note';

/** What of the form no choice changes: made by the server, so that its script need not come along. */
export type NewHeadshotsParts = {
  first: FirstRequest;
  delivery: ReactNode;
  /** How to come to what the team's tier does not have; null where it has all. */
  planNotes: { styles: ReactNode; quality: ReactNode; variations: ReactNode };
  drawings: SelfieDrawings;
};

export function newHeadshotsParts(data: NewHeadshots, texts: Texts): NewHeadshotsParts {
  const { styles, qualities, variations } = data.config;
  const note = (locks: readonly (Lock | null)[]) => {
    const there = locks.filter((lock) => lock !== null);
    return there.length > 0 ? <PlanNote locks={there} access={data} /> : null;
  };
  return {
    first: firstRequest(data),
    delivery: <DeliveryNote data={data} />,
    planNotes: {
      styles: note(joinStyleLocks(styles, texts)),
      quality: note(qualities.map(({ locked }) => locked)),
      variations: note([variations.locked]),
    },
    drawings: {
      front: <SelfieExampleDrawing example="front" />,
      left: <SelfieExampleDrawing example="left" />,
      right: <SelfieExampleDrawing example="right" />,
      smile: <SelfieExampleDrawing example="smile" />,
      backgrounds: <SelfieExampleDrawing example="backgrounds" />,
    },
  };
}
