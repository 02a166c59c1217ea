'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTeamEvents } from '@/components/live/use-team-events';
import type { GenerationProgress } from '../generation-types';

/** In case no event comes through (a proxy that holds streams back), ms. */
const POLL_EVERY = 4_000;

const ENDED = new Set(['completed', 'failed', 'cancelled']);

/** A generation's progress, live: each event reads the small status again; when it has ended, the page is read anew. */
export function useGenerationProgress(slug: string, initial: GenerationProgress): GenerationProgress {
  const router = useRouter();
  const [progress, setProgress] = useState(initial);
  const reading = useRef(false);
  const again = useRef(false);
  const { id } = initial;

  const read = useCallback(async () => {
    if (reading.current) {
      again.current = true;
      return;
    }
    reading.current = true;
    try {
      const response = await fetch(`/api/teams/${slug}/headshots/${id}/status`);
      if (!response.ok) return;
      const next = (await response.json()) as GenerationProgress;
      setProgress(next);
      if (ENDED.has(next.status)) router.refresh();
    } catch {
      // Offline for a moment: the next event or poll reads again.
    } finally {
      reading.current = false;
      if (again.current) {
        again.current = false;
        void read();
      }
    }
  }, [slug, id, router]);

  useTeamEvents(
    slug,
    ['generation.progress', 'generation.finished'],
    (event) => {
      if (event.data.generationId === id) void read();
    },
    () => void read(),
  );
  useEffect(() => {
    const timer = setInterval(() => void read(), POLL_EVERY);
    return () => clearInterval(timer);
  }, [read]);
  return progress;
}
