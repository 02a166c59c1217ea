/** The team somebody looked at last, in this browser: `/teams` goes there. A name in an address, nothing secret. */
export const LAST_TEAM = 'headcraft_team';

/** The team to go to from `/teams`; null when there is a choice to make. */
export function teamToOpen<T extends { slug: string }>(
  teams: readonly T[],
  last: string | undefined,
): T | null {
  if (teams.length === 1) return teams[0] ?? null;
  return teams.find(({ slug }) => slug === last) ?? null;
}
