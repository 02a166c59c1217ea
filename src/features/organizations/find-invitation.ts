import { eq, sql } from 'drizzle-orm';
import { organization, user } from '@/db/schema/auth';
import { invitation } from '@/db/schema/organizations';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import type { Role } from '@/lib/permissions';
import { currentTexts } from '@/texts/current-texts';

/** What the holder of a link may know. */
export type InvitationView = {
  status: 'pending' | 'accepted' | 'revoked' | 'expired';
  team: string;
  inviter: string;
  email: string;
  role: Role;
  credits: number;
  expiresAt: string;
  /** Days after the last upload until selfies are deleted. */
  photoRetentionDays: number;
  /** The address has a confirmed account: sign in first. */
  hasAccount: boolean;
};

/** Throws `not_found` for a token that never was or that a newer mail replaced. */
export async function getInvitation(
  db: Db,
  token: string,
  now = new Date(),
  { t } = currentTexts(),
): Promise<InvitationView> {
  const [row] = await db
    .select({
      status: invitation.status,
      team: organization.name,
      inviter: sql<string>`coalesce((select ${user.name} from ${user} where ${user.id} = ${invitation.invitedBy}), ${t('members.invitation.yourTeam')})`,
      email: invitation.email,
      role: invitation.role,
      credits: invitation.promisedCredits,
      expiresAt: invitation.expiresAt,
      photoRetentionDays: organization.photoRetentionDays,
      hasAccount: sql<boolean>`exists (select 1 from ${user} where ${user.email} = ${invitation.email} and ${user.emailVerified})`,
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(eq(invitation.tokenHash, sha256Hex(token)));
  if (!row) throw notFound('invitation');
  const late = row.status === 'pending' && row.expiresAt <= now;
  return { ...row, status: late ? 'expired' : row.status, expiresAt: row.expiresAt.toISOString() };
}
