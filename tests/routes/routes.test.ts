/** Every route × who asks. Nobody gets in without a session, another team's objects do not exist, nothing changes by trying. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Handler } from '@/auth/route';
import { payment } from '@/db/schema/billing';
import { picture } from '@/db/schema/generation';
import { photo } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { makeOrganizationKey } from '@/features/api-keys/make-organization-key';
import { makeToken } from '@/features/api-keys/make-token';
import { revokeOrganizationKey } from '@/features/api-keys/revoke-organization-key';
import { requestCredits } from '@/features/credits/request-credits';
import { inviteMembers } from '@/features/organizations/invite-members';
import { ORGANIZATION_SCOPE_NAMES, SCOPE_NAMES, type Scope } from '@/lib/scopes';
import { testDatabase } from '../support/database';
import { makeMember, makeTeam } from '../support/factories';
import { giveConsent, makeBackdrop, makeUpload, readyTeam, startFor } from '../support/generations';
import { openTeamLedger, recordPayment } from '../support/ledger';
import { pointAtTestDatabase, signIn } from '../support/signed-in';
import { type Attempt, attemptsOn, type Headers, type Person, type World } from './attempts';
import { INTERNAL, type Objects, ROUTES, type RouteCase } from './matrix';

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
  'account_deletion',
  'user',
  'audit_event',
];

let db: Db;
let mine: Objects;
let strangersTeam: string;
let world: World;

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
    keyId: '',
    tokenId: '',
  };
  const strangers = await makeTeam(db);
  await openTeamLedger(strangers, 50);
  strangersTeam = strangers.orgId;
  // They have all they need for their own pictures, so that nothing but whose it is can refuse them.
  for (const person of [strangers.owner, team.owner, team.admin, other]) await giveConsent(person);
  const key = await makeOrganizationKey(team.admin.ctx, ALL_KEYS);
  const revoked = await makeOrganizationKey(team.admin.ctx, ALL_KEYS);
  await revokeOrganizationKey(team.admin.ctx, { keyId: revoked.id });
  const tooOld = await makeOrganizationKey(team.admin.ctx, { ...ALL_KEYS, days: 1 }, new Date(0));
  const member = await comesAs(team.member.userId);
  world = {
    owner: await comesAs(team.owner.userId),
    admin: await comesAs(team.admin.userId),
    member,
    colleague: await comesAs(other.userId),
    strangers: {
      owner: await comesAs(strangers.owner.userId),
      admin: await comesAs(strangers.admin.userId),
      member: await comesAs(strangers.member.userId),
    },
    key: bearer(key.secret),
    strangersKey: bearer((await makeOrganizationKey(strangers.owner.ctx, ALL_KEYS)).secret),
    deadKeys: [revoked.secret, tooOld.secret, `${key.secret}x`, 'hc_live_'].map(bearer),
  };
  mine.keyId = key.id;
  mine.tokenId = member.tokenId;
});

const ALL_KEYS = { name: 'Payroll', scopes: ORGANIZATION_SCOPE_NAMES };

async function comesAs(userId: string): Promise<Person & { tokenId: string }> {
  const token = (scopes: Scope[]) => makeToken({ db, userId }, { name: 'Script', scopes });
  const all = await token(SCOPE_NAMES);
  return {
    cookie: await signIn(userId),
    token: bearer(all.secret),
    reading: bearer((await token(SCOPE_NAMES.filter((scope) => scope.endsWith(':read')))).secret),
    changing: bearer((await token(SCOPE_NAMES.filter((scope) => scope.endsWith(':write')))).secret),
    tokenId: all.id,
  };
}

function bearer(secret: string): Headers {
  return { authorization: `Bearer ${secret}` };
}

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

const guarded = ROUTES.filter(({ contract }) => contract.who !== 'everyone').map((route) => ({
  name: `${route.contract.method} ${route.route}`,
  route,
}));

test.each(guarded)('$name answers each as documented, and changes nothing', async ({ route }) => {
  const before = await fingerprint();
  const answers: Record<string, string> = {};
  const promised: Record<string, string> = {};
  for (const attempt of attemptsOn(route, world)) {
    answers[attempt.title] = await tryOn(route, attempt);
    promised[attempt.title] = attempt.expected;
  }
  expect(answers).toEqual(promised);
  expect(await fingerprint()).toBe(before);
});

test('what is no text, no JSON, too long or too much is refused as that, by every route', async () => {
  const NO_TEXT = ['\0', '\ud800'];
  const answers: Record<string, string[]> = {};
  const promised: Record<string, string[]> = {};
  for (const { route, contract, params } of ROUTES) {
    const { method, path, body, query } = contract;
    const named = { teamId: mine.teamId, ...params?.(mine) };
    const who = (contract.who === 'admin' ? world.admin : world.member).cookie;
    const json = { 'content-type': 'application/json' };
    const ask = (given: Partial<Asked>) => answerTo({ route, method, params: named, headers: who, ...given });
    const [name] = [...path.matchAll(/\{(\w+)\}/g)].map(([, one = '']) => one).toReversed();
    const tries: [string, Promise<string>][] = [];
    if (name)
      for (const value of ['a\0b', 'x'.repeat(101)])
        tries.push(['400 malformed', ask({ params: { ...named, [name]: value } })]);
    if (query) tries.push(['400 malformed', ask({ query: '?search=%00' })]);
    if (body) {
      for (const text of NO_TEXT)
        tries.push([
          '400 malformed',
          ask({ headers: { ...who, ...json }, body: JSON.stringify({ a: [text] }) }),
        ]);
      const large = JSON.stringify({ a: 'x'.repeat(1024 * 1024) });
      tries.push(['413 too_large', ask({ headers: { ...who, ...json }, body: large })]);
      for (const type of ['text/plain', 'application/jsonp'])
        tries.push(['415 unsupported_type', ask({ headers: { ...who, 'content-type': type }, body: '{}' })]);
    }
    answers[contract.name] = await Promise.all(tries.map(([, answer]) => answer));
    promised[contract.name] = tries.map(([expected]) => expected);
    await db.execute(sql`delete from rate_limit`);
  }
  expect(answers).toEqual(promised);
});

test('an address of no route answers JSON', async () => {
  const params = Promise.resolve(undefined);
  const { POST } = (await FILES['../../src/app/api/[...unknown]/route.ts']?.()) ?? {};
  const response = await POST?.(new Request('http://localhost:3000/api/teems', { method: 'POST' }), {
    params,
  });
  expect([response?.status, await response?.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
});

async function tryOn(route: RouteCase, { headers, theirTeam }: Attempt): Promise<string> {
  const teamId = theirTeam ? strangersTeam : mine.teamId;
  const { method } = route.contract;
  return answerTo({
    route: route.route,
    method,
    params: { teamId, ...route.params?.(mine) },
    query: route.query?.(mine),
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(route.body?.({ ...mine, teamId }) ?? {}) }),
  });
}

type Asked = {
  route: string;
  method: string;
  params: Record<string, string>;
  headers: Headers;
  query?: string;
  body?: string;
};

async function answerTo({ route, method, params, query = '', ...sent }: Asked): Promise<string> {
  const handler = (await FILES[`../../src/app/api/${route}/route.ts`]?.())?.[method];
  if (!handler) throw new Error(`${method} ${route} has no handler`);
  const request = new Request(`http://localhost:3000/api/${route}${query}`, { method, ...sent });
  const response = await handler(request, { params: Promise.resolve(params) });
  if (response.ok) {
    await response.body?.cancel();
    return '2xx';
  }
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
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
