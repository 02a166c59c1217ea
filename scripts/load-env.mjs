/** Reads `.env` and its siblings as the server does, for the commands beside it. What is set already stays. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';

nextEnv.loadEnvConfig(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'), false, {
  info: () => {},
  error: console.error,
});
