import { eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { invitation } from '@/db/schema/organizations';
import type { Db, OrgId } from '@/db/types';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { AppError, notFound } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import { say } from '@/texts/current-texts';

/** The holder of an expired link asks the team's admins for a new one: one notice each, however often it is pressed. */
export async function askForNewInvitation(db: Db, token: string, now = new Date()): Promise<void> {
  const [row] = await db
    .select({
      id: invitation.id,
      orgId: invitation.organizationId,
      email: invitation.email,
      status: invitation.status,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .where(eq(invitation.tokenHash, sha256Hex(token)));
  if (!row) throw notFound('invitation');
  const expired = row.status === 'expired' || (row.status === 'pending' && row.expiresAt <= now);
  if (!expired) throw new AppError('conflict', say('members.refused.notExpired'));
  const ctx: Ctx = {
    orgId: row.orgId as OrgId,
    db,
    actor: { kind: 'system', job: 'organizations.ask-again' },
  };
  await inTransaction(ctx, (ctx) =>
    tellAdmins(ctx, {
      type: 'members.asked-again',
      title: ({ t }) => t('members.notice.askedAgain.title', { email: row.email }),
      body: ({ t }) => t('members.notice.askedAgain.body'),
      href: 'members',
      dedupeKey: `asked-again:${row.id}`,
    }),
  );
}
