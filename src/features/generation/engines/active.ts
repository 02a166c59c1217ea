/** Which engine makes new pictures. Chosen here once; a generation keeps the engine it was started with. */
import type { EngineName, PictureEngine } from '../engine';
import { studioEngine } from './studio';

const ENGINE_BY_NAME: Partial<Record<EngineName, PictureEngine>> = { studio: studioEngine };

export function activeEngine(): PictureEngine {
  return studioEngine;
}

/** The engines this process can run. */
export function runnableEngines(): EngineName[] {
  return Object.keys(ENGINE_BY_NAME) as EngineName[];
}

/** Throws when a generation names an engine that this deployment no longer has. */
export function engineNamed(name: EngineName): PictureEngine {
  const engine = ENGINE_BY_NAME[name];
  if (!engine) throw new Error(`This deployment has no engine ${name}.`);
  return engine;
}
