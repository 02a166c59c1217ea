import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createVisionClient } from '@/vision/process/client';
import { residentMemory } from '@/vision/process/resident-memory';
import { pngBomb, svgWithScript } from '../../../tests/fixtures/hostile';
import { recipeOf } from '../../../tests/support/style-seeds';

// Real models on a shared machine: seconds alone, minutes when everybody builds.
vi.setConfig({ testTimeout: 300_000 });

const fixture = (name: string) => readFileSync(path.join(process.cwd(), 'tests', 'fixtures', name));
const selfie = fixture('selfies/fezbot/1.jpg');
const drawing = {
  jpeg: selfie,
  recipe: recipeOf('corporate'),
  aspect: '4:5',
  shortSide: 1024,
  seed: 1,
  generationId: 'gen_1',
} as const;

/** One client for all but the last: starting a process and loading its models costs more than what most tests ask of it. */
const client = createVisionClient();
afterAll(() => client.close());

const codeOf = (job: Promise<unknown>) =>
  job.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

/** Resolves once a drawing is under way in the process. */
function whenDrawing(): { job: Promise<unknown>; started: Promise<void> } {
  let begin = () => {};
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const job = client.drawPicture(drawing, { onProgress: ({ stage }) => stage === 'cutout' && begin() });
  return { job, started };
}

describe('the vision process', () => {
  it('a process killed in the middle of a job takes only that job with it', async () => {
    const { job, started } = whenDrawing();
    const waiting = client.preparePhoto(fixture('photos/no-face.jpg'));
    const code = codeOf(job);
    await started;
    const { pid } = client;
    expect(pid).toBeGreaterThan(0);
    process.kill(pid ?? 0, 'SIGKILL');
    expect(await code).toBe('crashed');
    expect((await waiting).measurements.faces.count).toBe(0);
    expect(client.pid).not.toBe(pid);
  });

  it('ends a job that takes too long, and the next one works', async () => {
    await client.preparePhoto(fixture('photos/no-face.jpg'));
    const { pid } = client;
    expect(await codeOf(client.drawPicture(drawing, { timeoutMs: 100 }))).toBe('timeout');
    expect(await residentMemory(pid ?? 0)).toBe(0);
    expect((await client.preparePhoto(fixture('photos/no-face.jpg'))).measurements.face).toBeNull();
  });

  it('ends a process that grows past its limit', async () => {
    const small = createVisionClient({ memoryLimitBytes: 150 * 1024 ** 2 });
    expect(await codeOf(small.preparePhoto(selfie))).toBe('memory');
    await small.close();
  });

  it('aborts what runs and what waits', async () => {
    const running = new AbortController();
    const queued = new AbortController();
    const first = codeOf(client.drawPicture(drawing, { signal: running.signal }));
    const second = codeOf(client.preparePhoto(selfie, { signal: queued.signal }));
    queued.abort();
    expect(await second).toBe('aborted');
    running.abort();
    expect(await first).toBe('aborted');
    expect(await codeOf(client.preparePhoto(selfie, { signal: running.signal }))).toBe('aborted');
  });

  it('refuses hostile bytes with a reason and lives on', async () => {
    expect(await codeOf(client.preparePhoto(pngBomb()))).toBe('too_large');
    const { pid } = client;
    expect(await codeOf(client.preparePhoto(svgWithScript))).toBe('unsupported_type');
    expect(await codeOf(client.preparePhoto(new Uint8Array(0)))).toBe('unsupported_type');
    expect(await codeOf(client.scorePicture(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])))).toBe('corrupt');
    expect(await codeOf(client.drawPicture({ ...drawing, jpeg: fixture('photos/no-face.jpg') }))).toBe(
      'no_face',
    );
    expect(client.pid).toBe(pid);
  });

  it('closing ends the process and refuses more', async () => {
    await client.warmUp();
    const { pid } = client;
    const open = codeOf(client.preparePhoto(selfie));
    await client.close();
    expect(await open).toBe('closed');
    expect(await residentMemory(pid ?? 0)).toBe(0);
    expect(await codeOf(client.preparePhoto(selfie))).toBe('closed');
  });
});
