/** Every route × who asks. Nobody gets in without a session, another team's objects do not exist, nothing changes by trying. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Handler } from '@/auth/route';
import { payment } from '@/db/schema/billing';
import { picture } from '@/db/schema/generation';
import { photo } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { requestCredits } from '@/features/credits/request-credits';
import { inviteMembers } from '@/features/organizations/invite-members';
import { testDatabase } from '../support/database';
import { makeMember, makeTeam } from '../support/factories';
import { giveConsent, makeBackdrop, makeUpload, readyTeam, startFor } from '../support/generations';
import { openTeamLedger, recordPayment } from '../support/ledger';
import { pointAtTestDatabase, signIn } from '../support/signed-in';
import { INTERNAL, type Objects, ofTeam, ROUTES, type RouteCase } from './matrix';

type Cookie = { cookie: string };

const FILES = import.meta.glob<Record<string, Handler>>('../../src/app/api/**/route.ts');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

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
  'backdrop',
  'picture_link',
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
    backdropId: await makeBackdrop(team.member),
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

test('the routes there are and the document are the same, but for the internal ones', async () => {
  const files = Object.entries(FILES).filter(([file]) => !INTERNAL.test(routeOf(file)));
  const onDisk = await Promise.all(
    files.map(async ([file, load]) =>
      Object.entries(await load())
        .filter(([name]) => METHODS.includes(name))
        .map(([method, { contract }]) => ({ place: `${method} ${routeOf(file)}`, contract })),
    ),
  );
  const documented = ROUTES.map(({ contract, route }) => ({
    place: `${contract.method} ${route}`,
    contract,
  }));
  const byPlace = (a: { place: string }, b: { place: string }) => a.place.localeCompare(b.place);
  expect(onDisk.flat().toSorted(byPlace)).toEqual(documented.toSorted(byPlace));
  expect(Object.values(mine).every(Boolean)).toBe(true);
});

test('an internal route is not in the document', async () => {
  for (const [file, load] of Object.entries(FILES).filter(([file]) => INTERNAL.test(routeOf(file))))
    for (const exported of Object.values(await load())) expect(exported.contract, file).toBeUndefined();
});

type Who = () => Cookie | null;
type Attempt = {
  title: string;
  who: Who;
  expected: string;
  headers?: Record<string, string>;
  inTeam?: () => string;
};

const attempts = ROUTES.filter(({ contract }) => contract.who !== 'everyone').flatMap((route) =>
  attemptsOn(route).map((attempt) => ({
    name: `${route.contract.method} ${route.route} ${attempt.title}`,
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
  if (route.contract.method !== 'GET') {
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
  if (route.contract.who === 'admin')
    all.push({ title: 'as a member', who: () => colleague, expected: '403 forbidden' });
  if (route.contract.who === 'own') {
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
  const { method } = route.contract;
  const handler = (await load?.())?.[method];
  if (!handler) throw new Error(`${method} ${route.route} has no handler`);
  const body = route.body?.({ ...mine, teamId });
  const request = new Request(`http://localhost:3000/api/${route.route}`, {
    method,
    headers: { 'content-type': 'application/json', ...who, ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
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
