/** `npm run check`: format and lint, types, structure, texts. Seconds, no database. */

import path from 'node:path';
import { bin, ensureInstalled, ROOT, run } from './prepare.mjs';

ensureInstalled();
run(bin('biome'), ['check', '--error-on-warnings', '.']);
run(bin('tsc'), ['--noEmit', '-p', ROOT]);
run(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts/check-structure.ts')]);
run(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts/check-texts.ts')]);
console.log('check: format, lint, types, structure and texts are clean');
