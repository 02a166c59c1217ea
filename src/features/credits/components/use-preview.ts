'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { type Distribution, type DistributionView, previewDistributionAction } from '../distribute-actions';

export type Preview = {
  /** What came out last; null before the first and when nothing can. */
  outcome: DistributionView | null;
  /** Why nothing can: nobody below the target, a pool too small. */
  refusal: string | null;
  loading: boolean;
  again: () => void;
};

/** A stepper pressed several times asks once, ms. */
const PAUSE = 250;

/** What a distribution would do now, read again whenever the input or the pool changes. Only the newest answer counts. */
export function usePreview(team: string, input: Distribution, pool: number): Preview {
  const { t } = useTexts();
  const [state, setState] = useState<Omit<Preview, 'again'>>({ outcome: null, refusal: null, loading: true });
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const lost = t('credits.client.preview.lost');
  const wanted = JSON.stringify(input);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another pool or another round is a reason to ask again
  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    setState((before) => ({ ...before, loading: true }));
    const timer = setTimeout(async () => {
      const result = await previewDistributionAction(team, JSON.parse(wanted) as Distribution).catch(
        () => null,
      );
      if (mine !== newest.current) return;
      setState(
        result?.ok
          ? { outcome: result.value, refusal: null, loading: false }
          : {
              outcome: null,
              refusal: result?.message ?? lost,
              loading: false,
            },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [team, wanted, pool, round, lost]);

  return { ...state, again: useCallback(() => setRound((count) => count + 1), []) };
}
