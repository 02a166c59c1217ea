import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { organization } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import { photoSet } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { canonicalJson, sha256Hex } from '@/lib/hash';
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
  await expect(acceptConsent(team.member.ctx, minor, ORIGIN)).rejects.toThrow('18');
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
  const alone = policyText({ ...facts, processors: [] });
  const neon = { id: 'neon', name: 'Neon', does: 'stores the database' };
  const named = policyText({ ...facts, processors: [neon] });
  expect(policyVersion([neon])).not.toBe(policyVersion([]));
  expect(JSON.stringify(named)).toContain('the pictures are computed on our own server');
  const drawn = policyText({ ...facts, processors: [{ ...neon, draws: true }] });
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
