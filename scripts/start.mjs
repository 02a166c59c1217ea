/** `npm start`: installs and builds when needed, then serves the product. In embedded mode it answers on loopback only. */
import { spawn } from 'node:child_process';
import { bin, ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

ensureInstalled();
// After the packages are there: it is one of them.
await import('./load-env.mjs');
ensureBuilt();

const embedded = process.env.HEADCRAFT_MODE
  ? process.env.HEADCRAFT_MODE === 'embedded'
  : !process.env.DATABASE_URL;
const port = process.env.PORT ?? '3000';
// HOST=0.0.0.0 opens the embedded product to the local network, to try it on a phone.
const host = process.env.HOST ?? (embedded ? '127.0.0.1' : '0.0.0.0');

const server = spawn(bin('next'), ['start', '-p', port, '-H', host], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'production',
    PORT: port,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
  },
});

if (embedded) {
  console.log(`\n  headcraft: http://localhost:${port}\n  mail:      http://localhost:${port}/dev/mailbox\n`);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
