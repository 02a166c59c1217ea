/** Comparing the measurements of two photos. Pure, importable anywhere. */

/** Differing bits of two difference hashes (0–64). 6 and less: a near-copy. */
export function hashDistance(a: string, b: string): number {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; bits > 0n; bits >>= 1n) count += Number(bits & 1n);
  return count;
}

/** Above this mean colour distance two photos were taken in front of different backgrounds. */
export const DIFFERENT_BACKGROUND = 14;

/** Mean CIE76 distance of two background signatures, zone by zone. */
export function backgroundDistance(a: readonly number[], b: readonly number[]): number {
  const zones = Math.min(a.length, b.length) / 3;
  let sum = 0;
  for (let zone = 0; zone < zones; zone++) {
    const at = zone * 3;
    sum += Math.hypot(
      (a[at] ?? 0) - (b[at] ?? 0),
      (a[at + 1] ?? 0) - (b[at + 1] ?? 0),
      (a[at + 2] ?? 0) - (b[at + 2] ?? 0),
    );
  }
  return sum / zones;
}
