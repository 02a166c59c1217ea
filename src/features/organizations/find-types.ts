/** One thing that a search in the team's data found. */
export type Found = {
  href: string;
  label: string;
  hint: string;
  /** ISO 8601: shown as a date. */
  at?: string;
};

export type FoundGroup = { title: string; found: readonly Found[] };
