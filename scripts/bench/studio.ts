/**
 * The studio against its own models, which it cannot make faster: what a photo check and a picture take besides them, what the second
 * style of a selfie costs, and how much memory the vision process needs.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { closeVision, vision } from '@/adapters/vision/vision';
import { models } from '@/vision/models/sessions';
import { preparePhoto } from '@/vision/photo/prepare';
import { residentMemory } from '@/vision/process/resident-memory';
import { drawPicture } from '@/vision/studio/draw';
import { type StudioRecipe, studioRecipeSchema } from '@/vision/studio/recipe';
import type { DrawInput } from '@/vision/types';
import { median, time } from './parts/measure';
import type { Row } from './parts/table';

const SELFIES = ['fezbot/1', 'team-4/2', 'ali-pazani/3', 'fezbot/2', 'team-4/3'];
/** Megabytes of the vision process that a job may need (spec 03). */
const MEMORY = 1_400;
const AIM = { models: { most: 1.3 }, memory: { most: 1 } };

const PAPER: StudioRecipe = studioRecipeSchema.parse({
  backdrop: {
    kind: 'paper',
    core: '#d6d8db',
    edge: '#8f959c',
    floor: '#82888f',
    mottle: 0.012,
    spread: 1,
    lightX: 0,
    lightY: 0,
    roamX: 0.42,
    roamY: 0.12,
    roamSpread: 0.14,
    accents: [],
  },
  shadow: 0.12,
  wrap: 0.16,
  vignette: 0.1,
  saturation: 1,
  contrast: 0.55,
  tint: [1, 1, 1],
});

type Timed = { took: number; inModels: number };

export async function run(args: string[]): Promise<Row[]> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '3' } } });
  const inModels = await timeModels();
  const measure = async (work: () => Promise<unknown>): Promise<Timed> => {
    const before = inModels();
    const took = await time(work);
    return { took, inModels: inModels() - before };
  };
  const checks: Timed[] = [];
  const pictures: Timed[] = [];
  const seconds: Timed[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const name of SELFIES) {
      const upload = selfie(name);
      const check = await measure(() => preparePhoto(upload));
      const { jpeg } = await preparePhoto(upload);
      // A new size each round, or the next would find the person cut out.
      const side = 1024 + 16 * round;
      const picture = await measure(() => drawPicture(inputOf(jpeg, 1, side), () => {}));
      const second = await measure(() => drawPicture(inputOf(jpeg, 2, side), () => {}));
      // The first round warms up.
      if (round === 0) continue;
      checks.push(check);
      pictures.push(picture);
      seconds.push(second);
    }
  }
  return [
    againstModels('photo check ÷ its models', checks),
    againstModels('first picture of a selfie, 1024 × 1280 ÷ its models', pictures),
    {
      what: 'another style of the same selfie ÷ the first',
      value: `${median(seconds.map(({ took }) => took)).toFixed(0)} ms`,
      against: `${median(pictures.map(({ took }) => took)).toFixed(0)} ms`,
      ratio: median(seconds.map(({ took }, at) => took / (pictures[at]?.took ?? took))),
    },
    await memoryRow(1024),
    await memoryRow(2048),
  ];
}

const selfie = (name: string) => readFileSync(path.resolve('tests/fixtures/selfies', `${name}.jpg`));

const inputOf = (jpeg: Uint8Array, seed: number, shortSide = 1024): DrawInput => ({
  jpeg,
  recipe: PAPER,
  aspect: '4:5',
  shortSide,
  seed,
  generationId: 'bench',
});

/** From now on every model counts its time; answers the milliseconds so far. */
async function timeModels(): Promise<() => number> {
  let spent = 0;
  for (const load of Object.values(models)) {
    const model = (await load()) as { run: (...input: never[]) => Promise<unknown> };
    const run = model.run.bind(model);
    model.run = async (...input) => {
      const started = performance.now();
      const output = await run(...input);
      spent += performance.now() - started;
      return output;
    };
  }
  return () => spent;
}

function againstModels(what: string, timed: readonly Timed[]): Row {
  return {
    what,
    value: `${median(timed.map(({ took }) => took)).toFixed(0)} ms`,
    against: `${median(timed.map(({ inModels }) => inModels)).toFixed(0)} ms`,
    ratio: median(timed.map(({ took, inModels }) => took / inModels)),
    aim: AIM.models,
  };
}

/** The most that the vision process holds while it draws from a large photo. */
async function memoryRow(shortSide: number): Promise<Row> {
  const large = await sharp(selfie('fezbot/1')).resize({ width: 2800 }).jpeg().toBuffer();
  const { jpeg } = await vision().preparePhoto(large);
  let peak = 0;
  const timer = setInterval(async () => {
    const { pid } = vision();
    if (pid) peak = Math.max(peak, await residentMemory(pid));
  }, 25);
  await vision().drawPicture(inputOf(jpeg, 1, shortSide));
  clearInterval(timer);
  await closeVision();
  const megabytes = peak / 1e6;
  return {
    what: `memory of the vision process, ${shortSide} px ÷ its limit`,
    value: `${megabytes.toFixed(0)} MB`,
    against: `${MEMORY} MB`,
    ratio: megabytes / MEMORY,
    aim: AIM.memory,
  };
}
