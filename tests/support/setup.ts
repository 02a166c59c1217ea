import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, vi } from 'vitest';
import type { Observer } from '@/contract/observe';

// Most test files share a process with others. Each begins as in one of its own all the same: our modules not loaded, nothing of ours
// on `globalThis`, the environment as it was. Only packages stay.
vi.resetModules();
for (const name of Object.keys(globalThis))
  if (name.startsWith('headcraft')) Reflect.deleteProperty(globalThis, name);
const environment = { ...process.env };

// Blobs, uploads and secrets of a test file go into a folder of its own, never into the checkout's data folder. In memory where there
// is such a place: every file is written through to the disk, and nothing here has to outlive a power cut.
const MEMORY = '/dev/shm';
const dataDir = mkdtempSync(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'headcraft-test-'));
process.env.HEADCRAFT_DATA_DIR = dataDir;

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
});

// Every answer of a documented route is held against the document; the checker loads with the first one.
(globalThis as { headcraftAnswerObserver?: Observer }).headcraftAnswerObserver = async (contract, response) =>
  (await import('./answers')).checkAnswer(contract, response);
