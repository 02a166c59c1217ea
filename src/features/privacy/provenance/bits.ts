/** 64 hex digits → 256 binary ones, as Postgres writes `bit(256)`. */
export function toBits(fingerprint: string): string {
  return [...fingerprint].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
}
