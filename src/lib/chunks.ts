/** A list in parts of at most `size`, so that a statement never names more ids than a database takes. */
export function chunks<T>(items: readonly T[], size = 1_000): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}
