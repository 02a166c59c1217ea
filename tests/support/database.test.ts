import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { pgError } from '@/db/errors';
import { auditEvent } from '@/db/schema/audit';
import { member } from '@/db/schema/auth';
import { testDatabase } from './database';
import { makeTeam } from './factories';

test('a team always keeps an owner, and audit events stay', async () => {
  const db = await testDatabase();
  const team = await makeTeam(db);
  const failure = await db
    .delete(member)
    .where(eq(member.id, team.owner.memberId))
    .catch((error: unknown) => error);
  expect(pgError(failure)?.constraint).toBe('member_last_owner');
  await db.insert(auditEvent).values({
    id: 'aud_1',
    organizationId: team.orgId,
    actor: 'system:test',
    action: 'test.done',
    subjectType: 'test',
    subjectId: '1',
  });
  const change = await db.execute(sql`delete from audit_event`).catch((error: unknown) => error);
  expect(pgError(change)?.code).toBe('23001');
});
