import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../tests/support/database';
import { sweepMailJob } from './deliver-mail.job';

let db: Db;

beforeAll(async () => {
  // Before anything reads the environment: mails really go out here, to a server that is not there.
  process.env.HEADCRAFT_MODE = 'embedded';
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  db = await testDatabase();
});

async function queued(age: string): Promise<string> {
  const id = newId('mail');
  await db.insert(mail).values({
    id,
    dedupeKey: id,
    recipient: 'nora@example.test',
    subject: 'Your sign-in link',
    html: '<a href="https://app.example.test/sign-in/link/s3cret">Sign in</a>',
    text: 'https://app.example.test/sign-in/link/s3cret',
    template: 'sign-in-link',
    createdAt: sql`now() - ${age}::interval` as unknown as Date,
  });
  return id;
}

async function row(id: string) {
  const [found] = await db.select().from(mail).where(eq(mail.id, id));
  return found;
}

test('a mail that could not be sent for a day is given up and leaves no links behind', async () => {
  const [old, waiting] = [await queued('25 hours'), await queued('1 hour')];
  await sweepMailJob.run({}, { db, signal: new AbortController().signal });
  expect(await row(old)).toMatchObject({ status: 'failed', html: '', text: '' });
  expect(await row(waiting)).toMatchObject({ status: 'queued' });
  expect((await row(waiting))?.text).toContain('s3cret');
});
