/** Credits that are stuck are found, and the nightly verification is loud: log, mail, failed job, `/api/ready`. */
import { eq, type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as ready } from '@/app/api/ready/route';
import { reconciliation } from '@/db/schema/billing';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { inviteMembers } from '@/features/organizations/invite-members';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { openTeamLedger } from '../../../tests/support/ledger';
import { pointAtTestDatabase } from '../../../tests/support/signed-in';
import { verifyBooks } from './verify-books';
import { verifyBooksJob } from './verify-books.job';

vi.hoisted(() => {
  process.env.STAFF_EMAILS = 'Staff@example.test, second@example.test';
});

let db: Db;
let team: TestTeam;
/** Runs and waits, holds and promises: nothing of it is wrong. */
beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
  team = await makeTeam(db);
  await openTeamLedger(team, 100);
  await startFor(team.member, await readyTeam(team), { variations: 1 });
  await inviteMembers(team.admin.ctx, { emails: ['invited@example.test'], credits: 7 });
});

const found = async () => [
  ...new Set((await verifyBooks(db, team.orgId)).differences.map(({ check }) => check)),
];

const CORRUPTIONS: [check: string, what: string, statement: SQL, repair: SQL][] = [
  [
    'stuck holds',
    'a generation that ended without its hold',
    sql`update generation set status = 'failed'`,
    sql`update generation set status = 'queued'`,
  ],
  [
    'stuck promises',
    'an invitation that ended without its promise',
    sql`update team_invitation set status = 'revoked'`,
    sql`update team_invitation set status = 'pending'`,
  ],
  [
    'stuck promises',
    'an invitation that promises more than was set aside',
    sql`update team_invitation set promised_credits = 8`,
    sql`update team_invitation set promised_credits = 7`,
  ],
  [
    'returned pictures',
    'a picture that is said to have come back and was not paid back',
    sql`insert into picture_verdict (picture_id, organization_id, generation_id, member_id, user_id, verdict, refunded, decided_at)
        select p.id, p.organization_id, p.generation_id, p.member_id, p.user_id, 'not_me', 1, now() from picture p`,
    sql`delete from picture_verdict`,
  ],
];

test.each(CORRUPTIONS)('%s: %s', async (check, _what, statement, repair) => {
  expect(await found()).toEqual([]);
  await db.execute(statement);
  expect(await found()).toEqual([check]);
  await db.execute(repair);
  expect(await found()).toEqual([]);
});

describe('the nightly job', () => {
  const run = () => verifyBooksJob.run({}, { db, signal: new AbortController().signal });
  const health = async () => {
    const answer = await ready();
    return { code: answer.status, ...((await answer.json()) as { status: string; degraded?: string[] }) };
  };

  test('is loud: an error in the log, a mail to each of the staff once a day, a failed job, a degraded answer', async () => {
    await run();
    expect(await health()).toMatchObject({ code: 200, status: 'ready' });
    const logged = vi.spyOn(log, 'error');
    await db.execute(sql`update team_invitation set promised_credits = 8`);
    await expect(run()).rejects.toThrow('1 differences');
    await expect(run()).rejects.toThrow('1 differences');
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ differences: [expect.objectContaining({ check: 'stuck promises' })] }),
      'the ledger does not add up',
    );
    const mails = await db.select().from(mail).where(eq(mail.template, 'ledger-alarm'));
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
      'second@example.test',
      'staff@example.test',
    ]);
    expect(mails[0]?.text).toContain('stuck promises');
    expect(await health()).toMatchObject({
      code: 200,
      status: 'degraded',
      degraded: ['the ledger does not add up'],
    });
    await db.execute(sql`update team_invitation set promised_credits = 7`);
    await run();
    expect(await health()).toMatchObject({ status: 'ready' });
  });

  test('so is a comparison with Stripe that found differences', async () => {
    const at = new Date();
    const values = { fromAt: at, toAt: at, checked: {}, repaired: 0, createdAt: at };
    await db
      .insert(reconciliation)
      .values({ id: newId('reconciliation'), differences: ['pi_1: x'], ...values });
    expect(await health()).toMatchObject({ status: 'degraded', degraded: ['payments differ from Stripe'] });
    await db.insert(reconciliation).values({ id: newId('reconciliation'), differences: [], ...values });
    expect(await health()).toMatchObject({ status: 'ready' });
  });
});
