import type { Db } from '@/db/types';
import { buildDemo, type DemoTeam } from './build-demo';
import { findDemo } from './find-demo';

let building: Promise<DemoTeam> | undefined;

/**
 * The demo team, made with the first visit; `afresh` makes another, and the old one stays with whoever is in it. Whoever calls it has
 * asked `isDemoOpen`.
 */
export async function openDemo(db: Db, { afresh = false } = {}): Promise<DemoTeam> {
  const found = afresh ? null : await findDemo(db);
  if (found) return found;
  // Two presses at once make one team: embedded mode is one process.
  building ??= buildDemo(db).finally(() => {
    building = undefined;
  });
  return building;
}
