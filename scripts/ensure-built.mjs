/** Builds when something changed since the last build. */
import { ensureBuilt } from './prepare.mjs';

ensureBuilt();
