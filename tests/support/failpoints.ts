/** Runs tasks of the product in a process that dies on the way. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
// tsx brings it: a bundle starts in half the time.
import { build } from 'esbuild';
import type { Ctx } from '@/db/context';
import type { CheckoutInput } from '@/features/billing/input';
import type { RefundInput } from '@/features/billing/refunds/refund-payment';
import type { StartGenerationInput } from '@/features/generation/input';
import type { Failpoint } from '@/lib/failpoint';

type Who = Omit<Ctx, 'db'>;

export type ChildTask =
  | { kind: 'checkout'; who: Who; input: CheckoutInput; appUrl: string }
  | { kind: 'receive'; body: string; signature: string }
  | { kind: 'apply'; eventId: string; appUrl: string }
  | { kind: 'refund'; who: Who; input: RefundInput }
  | { kind: 'execute-refund'; refundId: string; appUrl: string }
  | { kind: 'start'; who: Who; input: StartGenerationInput }
  | { kind: 'end'; who: Who; generationId: string; fence: number };

/** `answered`: right after the caller has its answer. */
export type DiesAt = Failpoint | 'answered';

export type Death = { signal: NodeJS.Signals | null; code: number | null; answered: boolean };

/** Compiles the child once; `run` resolves when it is dead. */
export async function failpointChild(databaseUrl: string) {
  // Inside the checkout, where its imports of packages resolve.
  const folder = mkdtempSync(path.resolve('node_modules/.failpoint-child-'));
  const file = path.join(folder, 'failpoint-child.js');
  await build({
    entryPoints: ['tests/support/failpoint-child.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });

  function run(at: DiesAt, task: ChildTask): Promise<Death> {
    const child = spawn(process.execPath, [file, JSON.stringify({ at, task })], {
      env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ signal, code, answered: output.includes('done ') }));
    });
  }

  return { run, close: () => rmSync(folder, { recursive: true, force: true }) };
}
