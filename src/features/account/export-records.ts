/**
 * What is written about a person, as plain records: what they entered, agreed to, made and were told. No secrets that open the account, no
 * measurements of faces, and nothing about anybody else.
 */
import { desc, eq } from 'drizzle-orm';
import { member, organization, user } from '@/db/schema/auth';
import { generation, style } from '@/db/schema/generation';
import { notice } from '@/db/schema/notifications';
import { consent } from '@/db/schema/privacy';
import { photoSet } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { listPreferences } from '@/features/notifications/preferences';
import { listDeletions } from '@/features/privacy/deletion-queries';
import { listPasskeys } from './passkeys';
import { listSessions } from './queries';
import { listSocialLinks } from './social';

export async function exportRecords(db: Db, userId: string): Promise<Record<string, unknown>> {
  const records = {
    person: findPerson(db, userId),
    teams: listMemberships(db, userId),
    consents: listConsents(db, userId),
    photoSets: listSets(db, userId),
    generations: listGenerations(db, userId),
    notices: listTold(db, userId),
    noticePreferences: listPreferences(db, userId),
    devices: listSessions(db, userId),
    passkeys: listPasskeys(db, userId),
    signInServices: listSocialLinks(db, userId),
    deletions: listDeletions({ db, userId }),
  };
  const read = await Promise.all(Object.values(records));
  return Object.fromEntries(Object.keys(records).map((name, at) => [name, read[at]]));
}

async function findPerson(db: Db, userId: string) {
  const [row] = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      twoStepSignIn: user.twoFactorEnabled,
      createdAt: user.createdAt,
    })
    .from(user)
    .where(eq(user.id, userId));
  return row;
}

function listMemberships(db: Db, userId: string) {
  return db
    .select({
      team: organization.name,
      role: member.role,
      department: member.department,
      since: member.createdAt,
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(member.createdAt, member.id);
}

function listConsents(db: Db, userId: string) {
  return db
    .select({
      team: organization.name,
      policyVersion: consent.policyVersion,
      text: consent.text,
      textHash: consent.textHash,
      acceptedAt: consent.acceptedAt,
      withdrawnAt: consent.withdrawnAt,
      ip: consent.ip,
      userAgent: consent.userAgent,
    })
    .from(consent)
    .innerJoin(organization, eq(organization.id, consent.organizationId))
    .where(eq(consent.userId, userId))
    .orderBy(desc(consent.acceptedAt), desc(consent.id));
}

function listSets(db: Db, userId: string) {
  return db
    .select({
      id: photoSet.id,
      team: organization.name,
      name: photoSet.name,
      status: photoSet.status,
      createdAt: photoSet.createdAt,
      lastUploadAt: photoSet.lastUploadAt,
      deletedAt: photoSet.deletedAt,
    })
    .from(photoSet)
    .innerJoin(organization, eq(organization.id, photoSet.organizationId))
    .where(eq(photoSet.userId, userId))
    .orderBy(desc(photoSet.createdAt), desc(photoSet.id));
}

function listGenerations(db: Db, userId: string) {
  return db
    .select({
      id: generation.id,
      team: organization.name,
      style: style.name,
      quality: generation.quality,
      aspect: generation.aspect,
      pictures: generation.variations,
      wishes: generation.preferences,
      status: generation.status,
      creditsCharged: generation.charged,
      creditsRefunded: generation.refunded,
      createdAt: generation.createdAt,
      finishedAt: generation.finishedAt,
      deletedAt: generation.deletedAt,
    })
    .from(generation)
    .innerJoin(style, eq(style.id, generation.styleId))
    .innerJoin(organization, eq(organization.id, generation.organizationId))
    .where(eq(generation.userId, userId))
    .orderBy(desc(generation.createdAt), desc(generation.id));
}

function listTold(db: Db, userId: string) {
  return db
    .select({
      type: notice.type,
      title: notice.title,
      body: notice.body,
      createdAt: notice.createdAt,
      readAt: notice.readAt,
    })
    .from(notice)
    .where(eq(notice.userId, userId))
    .orderBy(desc(notice.createdAt), desc(notice.id));
}
