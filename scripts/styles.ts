/**
 * `npm run styles -- list`: all styles. `… show ID [--version N]`: one as JSON, with its versions. `… set ID field=value … --by EMAIL
 * --reason "…"`: changes fields; a value is JSON or a text, parts of a recipe or prompt are reached by dots (`studioRecipe.key=0.5`), and
 * `--file changes.json` gives many. `… revert ID --version N --by EMAIL --reason "…"`. Who acts must stand in STAFF_EMAILS. Every change
 * is a version of its own; what runs keeps the one it was started with. In embedded mode stop the app first.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { connect } from '@/adapters/database/connect';
import { staffCtx } from '@/auth/staff';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { editStyle } from '@/features/generation/catalogue/edit-style';
import { moveStyle } from '@/features/generation/catalogue/move-style';
import { listCatalogue, listStyleVersions } from '@/features/generation/catalogue/queries';
import { revertStyle } from '@/features/generation/catalogue/revert-style';
import { setStyleActive } from '@/features/generation/catalogue/set-style-active';
import { setSurcharge } from '@/features/generation/catalogue/set-surcharge';
import { AppError } from '@/lib/errors';

const USAGE = 'npm run styles -- list | show ID [--version N] | set ID field=value … | revert ID --version N';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: 'string' },
    file: { type: 'string' },
    by: { type: 'string', default: '' },
    reason: { type: 'string', default: '' },
  },
});
const [command, id = '', ...assignments] = positionals;

const connection = await connect(env());
const code = await run(connection.db).catch((error: unknown) => {
  if (!(error instanceof AppError || error instanceof z.ZodError || error instanceof SyntaxError))
    throw error;
  process.stderr.write(`${error instanceof z.ZodError ? z.prettifyError(error) : error.message}\n`);
  return 1;
});
await connection.close();
process.exit(code);

async function run(db: Db): Promise<number> {
  if (command === 'list') return list(db);
  if (command === 'show' && id) return show(db);
  if (command !== 'set' && command !== 'revert') {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const ctx = await staffCtx(db, env().STAFF_EMAILS, { email: values.by, reason: values.reason });
  const version =
    command === 'revert' ? await revertStyle(ctx, { id, to: Number(values.version) }) : await set(ctx, db);
  print(`${id} is now version ${version}.`);
  return 0;
}

/** One field that has a verb of its own goes there, so that the audit log says what was done. */
async function set(ctx: Awaited<ReturnType<typeof staffCtx>>, db: Db): Promise<number> {
  const [current] = await listStyleVersions(db, id);
  const changes: Record<string, unknown> = values.file ? JSON.parse(readFileSync(values.file, 'utf8')) : {};
  for (const assignment of assignments) {
    const at = assignment.indexOf('=');
    const [field = '', ...inside] = assignment.slice(0, at).split('.');
    const value = readValue(assignment.slice(at + 1));
    changes[field] =
      inside.length > 0
        ? withPart(changes[field] ?? (current as Record<string, unknown>)[field], inside, value)
        : value;
  }
  const [only, ...others] = Object.keys(changes);
  if (others.length === 0) {
    if (only === 'active') return setStyleActive(ctx, { id, active: changes.active as boolean });
    if (only === 'position') return moveStyle(ctx, { id, position: changes.position as number });
    if (only === 'surcharge') return setSurcharge(ctx, { id, surcharge: changes.surcharge as number });
  }
  return editStyle(ctx, { id, changes });
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withPart(whole: unknown, [key = '', ...rest]: string[], value: unknown): unknown {
  const part = typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {};
  return { ...part, [key]: rest.length > 0 ? withPart(part[key], rest, value) : value };
}

async function list(db: Db): Promise<number> {
  for (const { id, version, category, name, premium, surcharge, active } of await listCatalogue(db)) {
    const price = premium ? `premium, +${surcharge}` : 'core';
    print(
      `${id.padEnd(22)}${category.padEnd(15)}${name.padEnd(22)}v${String(version).padEnd(4)}${price.padEnd(13)}${active ? '' : 'withdrawn'}`,
    );
  }
  return 0;
}

async function show(db: Db): Promise<number> {
  const versions = await listStyleVersions(db, id);
  const shown = values.version
    ? versions.find(({ version }) => version === Number(values.version))
    : versions[0];
  if (!shown) throw new AppError('not_found', `${id} has no version ${values.version}.`);
  const { styleId, author, reason, createdAt, ...content } = shown;
  print(JSON.stringify({ id: styleId, ...content }, null, 2));
  for (const { version, createdAt: at, author: by, reason: why } of versions)
    print(`v${version}  ${at.toISOString()}  ${by}  ${why}`);
  return 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
