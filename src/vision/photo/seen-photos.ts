import { createHash } from 'node:crypto';
import type { FaceMesh } from '@/vision/face/mesh';
import type { PartMap } from '@/vision/face/parsing';

/** What was seen in a working photo: its face, and what is person over the area of all frames (null: no frame leaves the photo). */
export interface SeenPhoto {
  mesh: FaceMesh;
  frameArea: PartMap | null;
}

/** A photo set has about as many; each takes 70 kB, in the memory of the vision process alone. */
const KEPT = 12;

const seen = new Map<string, SeenPhoto>();

/** So that a picture made soon after the check of its photo need not look for the face again. */
export function rememberSeen(sha256: string, photo: SeenPhoto): void {
  seen.delete(sha256);
  seen.set(sha256, photo);
  const [oldest] = seen.keys();
  if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest);
}

export function recallSeen(sha256: string): SeenPhoto | undefined {
  return seen.get(sha256);
}

/** Names a working photo by its bytes. */
export function photoHash(jpeg: Uint8Array): string {
  return createHash('sha256').update(jpeg).digest('hex');
}
