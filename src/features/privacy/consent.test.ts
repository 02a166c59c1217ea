import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { organization } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import { photoSet } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { textsIn } from '@/texts/catalogue';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, systemCtx, type TestMember, type TestTeam } from '../../../tests/support/factories';
import { makeSet } from '../../../tests/support/generations';
import { acceptConsent } from './accept-consent';
import { findStandingConsent, getPolicy, listConsents, requireConsent } from './consent-queries';
import { policyText, policyVersion } from './policy';
import { withdrawConsent } from './withdraw-consent';

const ORIGIN = { ip: '203.0.113.9', userAgent: 'Test browser' };
const noGeneration = { stopGeneration: () => Promise.reject(new Error('nothing runs')) };

let db: Db;
let team: TestTeam;

beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
});

async function accept({ ctx }: TestMember) {
  const { version, textHash } = await getPolicy(ctx);
  return acceptConsent(ctx, { policyVersion: version, textHash, adult: true, ownPhotos: true }, ORIGIN);
}

test('the record proves what was accepted, when and from where, and is audited', async () => {
  const accepted = await accept(team.member);
  const [row] = await db.select().from(consent).where(eq(consent.id, accepted.id));
  expect(row).toMatchObject({ userId: team.member.userId, ...ORIGIN, withdrawnAt: null });
  const { textHash: _hash, ...text } = await getPolicy(team.member.ctx);
  expect(row?.text).toEqual(text);
  expect(row?.textHash).toBe(sha256Hex(canonicalJson(row?.text)));
  expect(JSON.stringify(row?.text)).toContain(`Team ${team.slug}`);
  const audit = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, accepted.id));
  expect(audit.map(({ action }) => action)).toEqual(['privacy.accept_consent']);
});

test('each language has its own words and hash; accepted in one, the consent stands in all', async () => {
  const { ctx } = team.member;
  const [english, german] = [await getPolicy(ctx), await getPolicy(ctx, textsIn('de'))];
  expect(german.version).toBe(english.version);
  expect(german.textHash).not.toBe(english.textHash);
  const ticks = { policyVersion: german.version, adult: true, ownPhotos: true } as const;
  const accepted = await acceptConsent(ctx, { ...ticks, textHash: german.textHash }, ORIGIN);
  expect(accepted).toMatchObject({ language: 'de', textHash: german.textHash });
  const [row] = await db.select().from(consent).where(eq(consent.id, accepted.id));
  expect(row?.textHash).toBe(sha256Hex(canonicalJson(row?.text)));
  expect(JSON.stringify(row?.text)).toContain('Ich bin 18 Jahre oder älter.');
  const inEnglish = await acceptConsent(ctx, { ...ticks, textHash: english.textHash }, ORIGIN);
  expect(inEnglish.id).toBe(accepted.id);
});

test('a consent from before there were languages stands, and was English', async () => {
  const { id } = await accept(team.member);
  await db
    .update(consent)
    .set({ text: sql`${consent.text} - 'language'` })
    .where(eq(consent.id, id));
  expect(await requireConsent(team.member.ctx)).toMatchObject({ id, language: 'en' });
});

test('accepting twice is one consent, each member gives their own', async () => {
  const [first, second] = await Promise.all([accept(team.member), accept(team.member)]);
  expect(second.id).toBe(first.id);
  expect(await listConsents(team.member.ctx)).toHaveLength(1);
  expect(await findStandingConsent(team.admin.ctx)).toBeNull();
  await expect(requireConsent(team.admin.ctx)).rejects.toMatchObject({
    code: 'forbidden',
    details: { reason: 'consent_required' },
  });
});

test('nobody accepts for another, without being 18, or a text they did not read', async () => {
  const { version, textHash } = await getPolicy(team.member.ctx);
  const read = { policyVersion: version, textHash, adult: true, ownPhotos: true } as const;
  await expect(acceptConsent(systemCtx(db, team.orgId), read, ORIGIN)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const minor = { ...read, adult: false } as unknown as typeof read;
  await expect(acceptConsent(team.member.ctx, minor, ORIGIN)).rejects.toThrow('privacy.input.adult');
  await db.update(organization).set({ photoRetentionDays: 30 }).where(eq(organization.id, team.orgId));
  await expect(acceptConsent(team.member.ctx, read, ORIGIN)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'policy_changed' },
  });
});

test('a consent counts in its own team only', async () => {
  await accept(team.member);
  const other = await makeTeam(db);
  const elsewhere = { ...team.member.ctx, orgId: other.orgId };
  expect(await findStandingConsent(elsewhere)).toBeNull();
});

test('a new processor is a new version, and the text names it and nobody else', () => {
  const facts = { teamName: 'Acme', retentionDays: 7 };
  const alone = policyText({ ...facts, processors: [] }, textsIn('en'));
  const neon = { id: 'neon', name: 'Neon', does: 'database' } as const;
  const named = policyText({ ...facts, processors: [neon] }, textsIn('en'));
  expect(policyVersion([neon])).not.toBe(policyVersion([]));
  expect(JSON.stringify(named)).toContain('the pictures are computed on our own server');
  const drawn = policyText({ ...facts, processors: [{ ...neon, draws: true }] }, textsIn('en'));
  expect(JSON.stringify(drawn)).not.toContain('the pictures are computed on our own server');
  expect(named.version).not.toBe(alone.version);
  expect(JSON.stringify(named)).toContain('Neon stores the database');
  expect(JSON.stringify(alone)).toContain('stay on the server that runs headcraft');
});

test('withdrawing ends the consent and deletes the photos; again it changes nothing', async () => {
  await accept(team.member);
  const setId = await makeSet(team.member, { status: 'submitted' });
  const withdrawal = await withdrawConsent(team.member.ctx, noGeneration);
  expect(withdrawal).toMatchObject({
    consents: 1,
    stopped: 0,
    deletions: [{ kind: 'photo_set', targetId: setId, status: 'requested' }],
  });
  expect(await findStandingConsent(team.member.ctx)).toBeNull();
  const [set] = await db.select().from(photoSet).where(eq(photoSet.id, setId));
  expect(set?.status).toBe('deleted');
  const again = await withdrawConsent(team.member.ctx, noGeneration);
  expect(again).toEqual({ consents: 0, stopped: 0, deletions: [] });
  await accept(team.member);
  expect(await listConsents(team.member.ctx)).toHaveLength(2);
});
