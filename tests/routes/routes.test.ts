/** Every route × who asks. Nobody gets in without a session, another team's objects do not exist, nothing changes by trying. */
import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { payment } from '@/db/schema/billing';
import { picture } from '@/db/schema/generation';
import { photo } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { requestCredits } from '@/features/credits/request-credits';
import { inviteMembers } from '@/features/organizations/invite-members';
import { testDatabase } from '../support/database';
import { makeMember, makeTeam } from '../support/factories';
import { giveConsent, makeUpload, readyTeam, startFor } from '../support/generations';
import { openTeamLedger, recordPayment } from '../support/ledger';
import { pointAtTestDatabase, signIn } from '../support/signed-in';
import { type Objects, ofTeam, ROUTES, type RouteCase } from './matrix';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Cookie = { cookie: string };

const FILES = import.meta.glob<Record<string, Handler>>('../../src/app/api/**/route.ts');
const METHOD = /export (?:async )?(?:const|function) (GET|POST|PUT|PATCH|DELETE)\b|handle as (GET|POST)/g;

/** Tables whose content must not change when somebody tries what is not theirs. */
const WATCHED = [
  'organization',
  'member',
  'team_invitation',
  'purchase_order',
  'refund',
  'billing_details',
  'ledger_transfer',
  'credit_hold',
  'credit_request',
  'photo_set',
  'photo',
  'direct_upload',
  'generation',
  'picture',
  'picture_verdict',
  'picture_version',
  'consent',
  'deletion_request',
  'audit_event',
];

let db: Db;
let mine: Objects;
let strangersTeam: string;
let stranger: Cookie;
let colleague: Cookie;
let admin: Cookie;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
  const team = await makeTeam(db);
  const photoSetId = await readyTeam(team, 20);
  const { id: generationId } = await startFor(team.member, photoSetId);
  const [firstPicture] = await db.select().from(picture).where(eq(picture.generationId, generationId));
  const [firstPhoto] = await db.select().from(photo).where(eq(photo.photoSetId, photoSetId));
  const invited = await inviteMembers(team.admin.ctx, { emails: ['invited@example.test'] });
  const { requestId } = await requestCredits(team.member.ctx, { amount: 5 });
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 50);
  const [paid] = await db.select().from(payment).where(eq(payment.id, paymentId));
  const other = await makeMember(db, team.orgId, 'member');
  mine = {
    teamId: team.orgId,
    memberId: team.member.memberId,
    colleagueId: other.memberId,
    generationId,
    pictureId: firstPicture?.id ?? '',
    photoSetId,
    photoId: firstPhoto?.id ?? '',
    uploadId: await makeUpload(team.member, photoSetId),
    invitationId: invited[0]?.id ?? '',
    orderId: paid?.orderId ?? '',
    paymentId,
    requestId,
  };
  const strangers = await makeTeam(db);
  await openTeamLedger(strangers, 50);
  strangersTeam = strangers.orgId;
  // They have all they need for their own pictures, so that nothing but whose it is can refuse them.
  for (const person of [strangers.owner, team.admin, other]) await giveConsent(person);
  stranger = await signIn(strangers.owner.userId);
  colleague = await signIn(other.userId);
  admin = await signIn(team.admin.userId);
});

test('the list is the routes there are', () => {
  const onDisk = Object.keys(FILES).flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return [...text.matchAll(METHOD)].map(([, direct, renamed]) => `${direct ?? renamed} ${routeOf(file)}`);
  });
  const listed = ROUTES.map(({ method, route }) => `${method} ${route}`);
  expect(listed.toSorted()).toEqual([...new Set(onDisk)].toSorted());
  expect(Object.values(mine).every(Boolean)).toBe(true);
});

type Who = () => Cookie | null;
type Attempt = {
  title: string;
  who: Who;
  expected: string;
  headers?: Record<string, string>;
  inTeam?: () => string;
};

const attempts = ROUTES.filter(({ access }) => access !== 'public').flatMap((route) =>
  attemptsOn(route).map((attempt) => ({
    name: `${route.method} ${route.route} ${attempt.title}`,
    route,
    ...attempt,
  })),
);

test.each(attempts)('$name', async ({ route, who, expected, headers = {}, inTeam = () => mine.teamId }) => {
  const before = await fingerprint();
  expect(await codeOf(route, who(), headers, inTeam())).toBe(expected);
  expect(await fingerprint()).toBe(before);
});

function attemptsOn(route: RouteCase): Attempt[] {
  const all: Attempt[] = [{ title: 'without a session', who: () => null, expected: '401 unauthenticated' }];
  if (route.method !== 'GET') {
    const headers = { origin: 'https://evil.example' };
    all.push({ title: "from another site's page", who: () => stranger, headers, expected: '403 forbidden' });
  }
  if (ofTeam(route)) {
    all.push({ title: 'as somebody of another team', who: () => stranger, expected: '404 not_found' });
  }
  if (ofTeam(route) && (route.params || namesObjects(route))) {
    const title = "with one's own team in the path and another team's objects";
    all.push({ title, who: () => stranger, inTeam: () => strangersTeam, expected: '404 not_found' });
  }
  if (route.access === 'admin')
    all.push({ title: 'as a member', who: () => colleague, expected: '403 forbidden' });
  if (route.access === 'own') {
    all.push({ title: 'as a colleague', who: () => colleague, expected: '404 not_found' });
    all.push({ title: 'as an admin', who: () => admin, expected: '404 not_found' });
  }
  return all;
}

async function codeOf(
  route: RouteCase,
  who: Cookie | null,
  headers: Record<string, string> = {},
  teamId = mine.teamId,
): Promise<string> {
  const load = FILES[`../../src/app/api/${route.route}/route.ts`];
  const handler = (await load?.())?.[route.method];
  if (!handler) throw new Error(`${route.method} ${route.route} has no handler`);
  const body = route.body?.({ ...mine, teamId });
  const request = new Request(`http://localhost:3000/api/${route.route}`, {
    method: route.method,
    headers: { 'content-type': 'application/json', ...who, ...headers },
    ...(route.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  const response = await handler(request, { params: Promise.resolve({ teamId, ...route.params?.(mine) }) });
  const answer = (await response.json().catch(() => null)) as { error?: { code: string } } | null;
  return `${response.status} ${answer?.error?.code ?? 'no error'}`;
}

/** Whether the body names people or things of the team. */
function namesObjects(route: RouteCase): boolean {
  return /credits\/(allocate|reassign)|headshots\/(generate|batch)/.test(route.route);
}

function routeOf(file: string): string {
  return file.replace('../../src/app/api/', '').replace('/route.ts', '');
}

async function fingerprint(): Promise<string> {
  const parts = WATCHED.map(
    (table) =>
      sql`select ${table} as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.identifier(table)} t`,
  );
  return JSON.stringify(await selectRows(db, sql.join(parts, sql` union all `)));
}
