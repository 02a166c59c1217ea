import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { member, organization } from '@/db/schema/auth';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../tests/support/database';
import { makeUser } from '../../../tests/support/factories';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { createTeam } from './create-team';

async function balances(db: Db, orgId: string): Promise<Record<string, number>> {
  const rows = await selectRows<{ kind: string; posted: number }>(
    db,
    sql`select b.kind, b.posted::int as posted from ledger_balance b join ledger_account a on a.id = b.account_id
        where a.organization_id = ${orgId}`,
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.posted]));
}

test('a team starts with its owner, a ledger, 3 free credits in the pool and an audit event', async () => {
  const db = await testDatabase();
  const user = await makeUser(db);
  const team = await createTeam(db, user.id, { name: '  Müller & Söhne  ', kind: 'team' });
  expect(team.slug).toBe('muller-sohne');
  const [owner] = await db.select().from(member).where(eq(member.organizationId, team.id));
  expect(owner).toMatchObject({ userId: user.id, role: 'owner', id: team.memberId });
  expect(await balances(db, team.id)).toMatchObject({ pool: 3, wallet: 0, promised: 0 });
  const events = await db.select().from(auditEvent).where(eq(auditEvent.organizationId, team.id));
  expect(events.map((event) => event.action)).toContain('organizations.create');
  await expectLedgerClean(db, team.id);
});

test('a solo team has its free credits in the wallet; a second team gets none', async () => {
  const db = await testDatabase();
  const user = await makeUser(db);
  const solo = await createTeam(db, user.id, { name: 'Just me', kind: 'solo' });
  expect(await balances(db, solo.id)).toMatchObject({ pool: 0, wallet: 3 });
  const second = await createTeam(db, user.id, { name: 'Another' });
  expect(await balances(db, second.id)).toMatchObject({ pool: 0, wallet: 0 });
});

test('parallel first teams earn the free credits once', async () => {
  const db = await testDatabase();
  const user = await makeUser(db);
  const teams = await Promise.all(
    Array.from({ length: 12 }, (_, index) => createTeam(db, user.id, { name: `Race ${index}` })),
  );
  const pools = await Promise.all(teams.map(async (team) => (await balances(db, team.id)).pool));
  expect(pools.filter((pool) => pool === 3)).toHaveLength(1);
  expect(pools.filter((pool) => pool === 0)).toHaveLength(11);
});

test('teams of the same name made at once all get an address of their own', async () => {
  const db = await testDatabase();
  const people = await Promise.all(Array.from({ length: 8 }, () => makeUser(db)));
  const teams = await Promise.all(people.map((person) => createTeam(db, person.id, { name: 'Acme' })));
  expect(new Set(teams.map((team) => team.slug)).size).toBe(8);
  const [first] = await db.select().from(organization).where(eq(organization.slug, 'acme'));
  expect(first?.name).toBe('Acme');
});

test('a name must be there, short and plain', async () => {
  const db = await testDatabase();
  const user = await makeUser(db);
  for (const name of ['', '   ', 'a'.repeat(81), 'Line\nbreak', '<b>bold</b>']) {
    await expect(createTeam(db, user.id, { name })).rejects.toThrow();
  }
});
