/** `npm run demo`: installs and builds when needed, then drives the whole main job over the HTTP API. */
import path from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT, run } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
run(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts/demo/demo.ts'), ...process.argv.slice(2)]);
