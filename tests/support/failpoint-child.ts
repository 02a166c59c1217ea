/**
 * A process to be killed: does one task of the product on the database of its environment and dies by SIGKILL at the failpoint that
 * the task names, or right after it has answered. Prints `done` and the answer when it gets that far.
 */
import { writeSync } from 'node:fs';
import { connectPg } from '@/adapters/database/postgres';
import type { Db } from '@/db/types';
import { onFailpoint } from '@/lib/failpoint';
import type { ChildTask, DiesAt } from './failpoints';

const STANDARD_OUTPUT = 1;

const { at, task } = JSON.parse(process.argv[2] ?? '') as { at: DiesAt; task: ChildTask };
const { db, close } = connectPg(process.env.DATABASE_URL ?? '', 2);
onFailpoint((point) => {
  if (point === at) die();
});
const answer = await work(db);
// Not a stream's write: it is with the parent before the next line runs.
writeSync(STANDARD_OUTPUT, `done ${JSON.stringify(answer ?? null)}\n`);
if (at === 'answered') die();
await close();

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function work(db: Db): Promise<unknown> {
  switch (task.kind) {
    case 'checkout': {
      const { createCheckout } = await import('@/features/billing/checkout/create-checkout');
      return createCheckout({ ...task.who, db }, task.input, task.appUrl);
    }
    case 'receive': {
      const { receiveEvent } = await import('@/features/billing/webhook/receive-event');
      return receiveEvent(db, { body: Buffer.from(task.body), signature: task.signature }, new Date());
    }
    case 'apply': {
      const { applyEvent } = await import('@/features/billing/webhook/apply-event');
      return applyEvent(db, task.eventId, { now: new Date(), appUrl: task.appUrl });
    }
    case 'refund': {
      const { refundPayment } = await import('@/features/billing/refunds/refund-payment');
      return refundPayment({ ...task.who, db }, task.input);
    }
    case 'execute-refund': {
      const { executeRefund } = await import('@/features/billing/refunds/execute-refund');
      return executeRefund(db, task.refundId, { now: new Date(), appUrl: task.appUrl });
    }
    case 'start': {
      const { startGeneration } = await import('@/features/generation/start-generation');
      return startGeneration({ ...task.who, db }, task.input);
    }
    case 'end': {
      const { endGeneration } = await import('@/features/generation/end-generation');
      const { generationId, fence } = task;
      return endGeneration({ ...task.who, db }, generationId, { stopped: false, why: 'done', fence });
    }
  }
}
