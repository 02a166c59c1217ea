import { beforeAll, expect, test } from 'vitest';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { listNoticesInput } from './notice-input';
import { countUnread, listNotices, readNotices } from './notice-queries';
import { writeNotice } from './notify';

let db: Db;
let team: TestTeam;
let other: TestTeam;

beforeAll(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
  other = await makeTeam(db);
  for (const n of [1, 2, 3]) await tell(team, team.member.userId, `n${n}`);
  await tell(team, team.admin.userId, 'for the admin');
  await tell(other, other.member.userId, 'for another team');
});

const tell = (to: TestTeam, userId: string, title: string) =>
  writeNotice(systemCtx(db, to.orgId), {
    userId,
    type: 'test',
    title,
    body: '',
    dedupeKey: `${to.orgId}:${title}`,
  });

const page = (query: Record<string, string> = {}) =>
  listNotices(team.member.ctx, listNoticesInput.parse(query));

test('a person sees their own notices of this team, newest first, in pages', async () => {
  const first = await page({ limit: '2' });
  expect(first.notices.map(({ title }) => title)).toEqual(['n3', 'n2']);
  expect(first.unread).toBe(3);
  const second = await page({ limit: '2', cursor: first.nextCursor ?? '' });
  expect(second.notices.map(({ title }) => title)).toEqual(['n1']);
  expect(second.nextCursor).toBeNull();
  await expect(page({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' });
});

test('the same event tells once', async () => {
  await tell(team, team.member.userId, 'n1');
  expect(await countUnread(team.member.ctx)).toBe(3);
});

test('reading marks one’s own, some or all; another’s notice stays unread', async () => {
  const { notices } = await page();
  const [newest] = notices;
  const [foreign] = (await listNotices(team.admin.ctx, listNoticesInput.parse({}))).notices;
  const ids = [newest?.id ?? '', foreign?.id ?? ''];
  expect(await readNotices(team.member.ctx, { ids })).toEqual({ unread: 2 });
  expect(await countUnread(team.admin.ctx)).toBe(1);
  expect(await readNotices(team.member.ctx, {})).toEqual({ unread: 0 });
  expect(await countUnread(other.member.ctx)).toBe(1);
});
