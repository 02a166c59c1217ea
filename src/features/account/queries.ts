/** What the account page shows; every query names the person. */
import { and, desc, eq, gt, isNotNull } from 'drizzle-orm';
import { account, organization, session } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import type { Db } from '@/db/types';

export type SessionLine = {
  id: string;
  userAgent: string | null;
  /** The network address it signed in from; null when the server does not see it. */
  address: string | null;
  createdAt: string;
  /** Last renewed; sessions renew at most once a day. */
  seenAt: string;
};

/** Devices that are signed in, the latest first. Tokens stay in the database. */
export async function listSessions(db: Db, userId: string, now = new Date()): Promise<SessionLine[]> {
  const rows = await db
    .select({
      id: session.id,
      userAgent: session.userAgent,
      address: session.ipAddress,
      createdAt: session.createdAt,
      seenAt: session.updatedAt,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.updatedAt), desc(session.id))
    .limit(50);
  return rows.map((row) => ({
    ...row,
    address: row.address || null,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
  }));
}

export async function hasPassword(db: Db, userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential'), isNotNull(account.password)))
    .limit(1);
  return rows.length > 0;
}

export type ConsentLine = {
  id: string;
  team: string;
  policyVersion: string;
  acceptedAt: string;
  withdrawnAt: string | null;
};

/** Every consent the person ever gave, in any team, the latest first. */
export async function listMyConsents(db: Db, userId: string): Promise<ConsentLine[]> {
  const rows = await db
    .select({
      id: consent.id,
      team: organization.name,
      policyVersion: consent.policyVersion,
      acceptedAt: consent.acceptedAt,
      withdrawnAt: consent.withdrawnAt,
    })
    .from(consent)
    .innerJoin(organization, eq(organization.id, consent.organizationId))
    .where(eq(consent.userId, userId))
    .orderBy(desc(consent.acceptedAt), desc(consent.id))
    .limit(100);
  return rows.map((row) => ({
    ...row,
    acceptedAt: row.acceptedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }));
}
