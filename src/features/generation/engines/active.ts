/** Which engines this installation has, which makes new pictures, and which may stand in. A generation keeps the one it was started with. */
import { env } from '@/env';
import type { EngineName, PictureEngine } from '../engine';
import { openAiEngine } from './openai';
import { replicateEngine } from './replicate';
import { studioEngine } from './studio';

/** In the order of preference. */
const ENGINES: readonly { engine: PictureEngine; configured: () => boolean }[] = [
  { engine: openAiEngine, configured: () => env().OPENAI_API_KEY !== undefined },
  { engine: replicateEngine, configured: () => env().REPLICATE_API_TOKEN !== undefined },
  { engine: studioEngine, configured: () => true },
];

function runnable(): PictureEngine[] {
  return ENGINES.filter(({ configured }) => configured()).map(({ engine }) => engine);
}

/**
 * What this process works on at once: one generation of the studio, which uses the whole machine, and `HEADCRAFT_AI_GENERATIONS` of
 * the engines that draw elsewhere, where working is mostly waiting.
 */
export function lanesOf(): EngineName[][] {
  const here = runnable().filter(({ capabilities }) => capabilities.finishesSelfie);
  const elsewhere = runnable().filter(({ capabilities }) => !capabilities.finishesSelfie);
  const names = (engines: PictureEngine[]) => engines.map(({ name }) => name);
  const waiting = elsewhere.length > 0 ? env().HEADCRAFT_AI_GENERATIONS : 0;
  return [names(here), ...Array.from({ length: waiting }, () => names(elsewhere))];
}

/** For styles that name none: `HEADCRAFT_ENGINE`, else the first AI engine that has its key, else the studio. */
export function activeEngine(): PictureEngine {
  const wanted = env().HEADCRAFT_ENGINE;
  return runnable().find(({ name }) => !wanted || name === wanted) ?? studioEngine;
}

/** Whether pictures are drawn anew here, so that a finish of a selfie is something else to ask for. */
export function drawsAnew(): boolean {
  return runnable().some(({ capabilities }) => !capabilities.finishesSelfie);
}

/** Null when the style names an engine that this installation does not have: then the style is not offered. */
export function findEngineFor(style: { engine: EngineName | null }): PictureEngine | null {
  if (!style.engine) return activeEngine();
  return runnable().find(({ name }) => name === style.engine) ?? null;
}

/**
 * The engine and those that may stand in for it. The studio is another product: it stands in for nobody, and nobody for it. Throws
 * when this installation no longer has the engine.
 */
export function chainFrom(name: EngineName): PictureEngine[] {
  const all = runnable();
  const first = all.find((engine) => engine.name === name);
  if (!first) throw new Error(`This installation has no engine ${name}.`);
  if (first.capabilities.finishesSelfie) return [first];
  return [first, ...all.filter((engine) => engine !== first && !engine.capabilities.finishesSelfie)];
}
