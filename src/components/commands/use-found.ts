import { useEffect, useState } from 'react';
import type { FoundGroup } from '@/features/organizations/find-types';
import type { FindCommands } from './command-types';

/** Typing pauses this long before the server is asked, ms. */
const PAUSE = 150;

/** What the server finds for these words; the last answer stays until the next one, an older one never replaces a newer. */
export function useFound(find: FindCommands | undefined, words: string): readonly FoundGroup[] {
  const [found, setFound] = useState<readonly FoundGroup[]>([]);
  useEffect(() => {
    if (!find) return;
    let current = true;
    const timer = setTimeout(
      async () => {
        // Pages and actions work without an answer.
        const groups = await find(words).catch(() => []);
        if (current) setFound(groups);
      },
      words ? PAUSE : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [find, words]);
  return found;
}
