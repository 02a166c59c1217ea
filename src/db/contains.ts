/** The `ilike` pattern of a search: `%` and `_` that somebody types are characters, not wildcards. */
export function contains(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
