/** The same colour mixed with white (`by` > 0) or black, −1…1. */
export function shade(hex: string, by: number): string {
  const n = Number.parseInt(hex.slice(1), 16);
  const end = by > 0 ? 255 : 0;
  const channels = [n >> 16, (n >> 8) & 255, n & 255].map((v) => Math.round(v + (end - v) * Math.abs(by)));
  return `#${channels.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
}
