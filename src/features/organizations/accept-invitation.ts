import { and, eq, gt } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member, organization, user } from '@/db/schema/auth';
import { invitation } from '@/db/schema/organizations';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { keepPromise } from '@/features/credits/keep-promise';
import { openWallet } from '@/features/credits/open-wallet';
import { emitEvent } from '@/features/notifications/emit-event';
import { writeNotice } from '@/features/notifications/notify';
import { AppError, notFound } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import type { Role } from '@/lib/permissions';
import { currentTexts, say } from '@/texts/current-texts';
import { acceptInput } from './input';
import { takeOverUnconfirmed } from './take-over-unconfirmed';

/** Who presses "Accept": somebody with a session, or the reader of the mail, who proves the address by having the link. */
export type Acceptor = { userId: string } | { name: string | undefined };

export type Accepted = { orgId: OrgId; slug: string; team: string; userId: string; memberId: string };

type InvitationRow = typeof invitation.$inferSelect;
type Person = { id: string; name: string; email: string };

/**
 * One transaction: the token is consumed, the membership and its wallet are made, the promised credits move. Two requests
 * with one token: one wins, the other reads `gone`. Throws `forbidden` for another address, `unauthenticated` when the address has
 * an account that must sign in first.
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  acceptor: Acceptor,
  now = new Date(),
): Promise<Accepted> {
  return inTransaction({ db }, async ({ db }) => {
    const row = await consume(db, token, now);
    const person = await personOf(db, row, acceptor);
    await db.update(invitation).set({ acceptedBy: person.id }).where(eq(invitation.id, row.id));
    const { ctx, memberId } = await join(db, row, person);
    await openWallet(ctx, { memberId });
    await keepPromise(asProduct(ctx), { invitationId: row.id, memberId });
    await recordAudit(ctx, {
      action: 'members.join',
      subjectType: 'member',
      subjectId: memberId,
      data: { invitationId: row.id, role: row.role, credits: row.promisedCredits },
    });
    await tellInviter(ctx, row, person);
    await emitEvent(ctx, { type: 'members.changed' });
    const [team] = await db
      .select({ slug: organization.slug, name: organization.name })
      .from(organization)
      .where(eq(organization.id, ctx.orgId));
    if (!team) throw notFound('team');
    return { orgId: ctx.orgId, slug: team.slug, team: team.name, userId: person.id, memberId };
  });
}

async function consume(db: Db, token: string, now: Date): Promise<InvitationRow> {
  const tokenHash = sha256Hex(token);
  const [row] = await db
    .update(invitation)
    .set({ status: 'accepted', resolvedAt: now })
    .where(
      and(
        eq(invitation.tokenHash, tokenHash),
        eq(invitation.status, 'pending'),
        gt(invitation.expiresAt, now),
      ),
    )
    .returning();
  if (row) return row;
  const [ended] = await db
    .select({ status: invitation.status })
    .from(invitation)
    .where(eq(invitation.tokenHash, tokenHash));
  if (!ended) throw notFound('invitation');
  const status = ended.status === 'pending' ? 'expired' : ended.status;
  throw new AppError('gone', say(`members.refused.gone.${status}`), { status });
}

async function personOf(db: Db, row: InvitationRow, acceptor: Acceptor): Promise<Person> {
  if ('userId' in acceptor) {
    const [person] = await db.select().from(user).where(eq(user.id, acceptor.userId));
    if (person?.emailVerified && person.email === row.email) return person;
    throw new AppError('forbidden', say('members.refused.otherAddress', { email: row.email }), {
      reason: 'other_address',
    });
  }
  return newcomer(db, row.email, acceptor.name);
}

async function newcomer(db: Db, email: string, givenName: string | undefined): Promise<Person> {
  const name = acceptInput.parse({ name: givenName }).name;
  const [known] = await db.select().from(user).where(eq(user.email, email)).for('update');
  if (known?.emailVerified) {
    throw new AppError('unauthenticated', say('members.refused.hasAccount', { email }), {
      reason: 'account_exists',
    });
  }
  if (!name) {
    const missing = say('members.refused.noName');
    throw new AppError('invalid', missing, { fields: { name: missing } });
  }
  if (known) return takeOverUnconfirmed(db, known.id, name);
  const [created] = await db
    .insert(user)
    .values({ id: newId('user'), email, name, emailVerified: true, language: currentTexts().language })
    .onConflictDoNothing({ target: user.email })
    .returning();
  if (!created) throw new AppError('conflict', say('members.refused.signingUp'));
  return created;
}

/** The membership; somebody who is in the team already keeps the role they have. */
async function join(db: Db, row: InvitationRow, person: Person): Promise<{ ctx: Ctx; memberId: string }> {
  const orgId = row.organizationId as OrgId;
  await db
    .insert(member)
    .values({ id: newId('member'), organizationId: orgId, userId: person.id, role: row.role })
    .onConflictDoNothing({ target: [member.organizationId, member.userId] });
  const [mine] = await db
    .select({ id: member.id, role: member.role })
    .from(member)
    .where(and(eq(member.organizationId, orgId), eq(member.userId, person.id)));
  if (!mine) throw notFound('team');
  const role: Role = mine.role;
  return {
    memberId: mine.id,
    ctx: { orgId, db, actor: { kind: 'member', userId: person.id, memberId: mine.id, role } },
  };
}

/** The token was consumed: that, and not the person, moves the credits. */
function asProduct(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: 'system', job: 'organizations.accept-invitation' } };
}

async function tellInviter(ctx: Ctx, row: InvitationRow, person: Person): Promise<void> {
  const [inviter] = await ctx.db
    .select({ userId: member.userId, slug: organization.slug })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.organizationId, ctx.orgId), eq(member.userId, row.invitedBy)));
  if (!inviter) return;
  await writeNotice(ctx, {
    userId: inviter.userId,
    type: 'members.joined',
    title: ({ t }) => t('members.notice.joined.title', { name: person.name }),
    body: ({ t }) => t('members.notice.joined.body', { email: person.email }),
    href: `/teams/${inviter.slug}/members`,
    dedupeKey: `joined:${row.id}`,
  });
}
