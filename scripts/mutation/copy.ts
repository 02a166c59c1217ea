/** Copies of the checkout that may be spoilt: the tracked files as they are on disk, with the packages linked. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from './guard';

const ROOT = process.cwd();

export type Copy = { folder: string; remove(): void };

export function makeCopy(): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-mutation-'));
  const files = execFileSync('git', ['ls-files', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of new Set(files.split('\0').filter(Boolean))) {
    const source = path.join(ROOT, file);
    // Deleted, and the deletion not committed yet.
    if (!existsSync(source)) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(source, path.join(folder, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Why the guard cannot be taken out of this copy; null when it can. */
export function findMisfit(folder: string, { file, from, to }: Guard): string | null {
  const full = path.join(folder, file);
  if (!existsSync(full)) return `there is no ${file}`;
  const count = readFileSync(full, 'utf8').split(from).length - 1;
  if (count !== 1) return `its text occurs ${count} times in ${file}`;
  return from === to ? 'it would change nothing' : null;
}

/** Takes the guard out. Answers how to put it back. */
export function takeOut(folder: string, { file, from, to }: Guard): () => void {
  const full = path.join(folder, file);
  const original = readFileSync(full, 'utf8');
  // A function, because `$&` and the like mean something in a replacement text.
  writeFileSync(
    full,
    original.replace(from, () => to),
  );
  return () => writeFileSync(full, original);
}
