/**
 * `npm run bench -- <name>`: runs `scripts/bench/<name>.ts` and prints its table. Exits 1 when a ratio misses its aim, so run it on a
 * machine that does nothing else.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { meets, printTable, type Row } from './bench/parts/table';

const FOLDER = path.resolve('scripts/bench');
const name = process.argv[2] ?? '';
const file = path.join(FOLDER, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(FOLDER).flatMap((entry) =>
    entry.endsWith('.ts') ? [path.parse(entry).name] : [],
  );
  process.stderr.write(`Which? ${names.join(', ')}\n`);
  process.exit(1);
}
const { run } = (await import(pathToFileURL(file).href)) as { run(args: string[]): Promise<Row[]> };
const rows = await run(process.argv.slice(3));
printTable(rows);
process.exit(rows.every(meets) ? 0 : 1);
