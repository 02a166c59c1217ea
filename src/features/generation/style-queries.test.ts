import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { generation } from '@/db/schema/generation';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { listMyStyles } from './style-queries';

const db = await testDatabase();

test('my styles are those of my own headshots that are still there, nobody else’s', async () => {
  const team = await makeTeam(db);
  const set = await readyTeam(team, 10);
  await startFor(team.member, set, { style: 'corporate', variations: 1 });
  const deleted = await startFor(team.member, set, { style: 'linkedin', variations: 1 });
  await db.update(generation).set({ deletedAt: new Date() }).where(eq(generation.id, deleted.id));
  expect(await listMyStyles(team.member.ctx)).toEqual([{ id: 'corporate', name: 'Corporate' }]);
  expect(await listMyStyles(team.owner.ctx)).toEqual([]);
});
