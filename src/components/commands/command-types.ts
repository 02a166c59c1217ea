import type { ReactNode } from 'react';
import type { FoundGroup } from '@/features/organizations/find-types';

/** One place to go to from the palette, and by two keys where it has them. */
export type Command = {
  href: string;
  label: string;
  icon: ReactNode;
  /** Found by these words, too. */
  words?: string;
  /** Two letters, pressed one after the other. */
  keys?: readonly [string, string];
};

export type CommandGroup = { title: string; commands: readonly Command[] };

/** Looks up people and pictures; with no words it answers what is worth opening anyway. */
export type FindCommands = (words: string) => Promise<readonly FoundGroup[]>;
