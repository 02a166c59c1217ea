/**
 * The end of an account, in one transaction: what the person has disappears, memberships end, the account goes. Files follow within
 * minutes (`purge-account.ts`). Who asks has been proven before.
 */
import { eq, or } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { user } from '@/db/schema/auth';
import { demoTeam } from '@/db/schema/demo';
import { invitation } from '@/db/schema/organizations';
import { accountDeletion } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { revokeTeamKeys } from '@/features/api-keys/revoke-team-keys';
import { stopGeneration } from '@/features/generation/stop-generation';
import { queueMail } from '@/features/notifications/notify';
import { endInvitation } from '@/features/organizations/end-invitation';
import { endMembership } from '@/features/organizations/end-membership';
import { endTeam } from '@/features/organizations/end-team';
import { lockTeam } from '@/features/organizations/last-owner';
import { forgetPerson } from '@/features/privacy/forget-person';
import { type HiddenOfPerson, hidePerson } from '@/features/privacy/hide-person';
import { enqueue } from '@/jobs/port';
import { jobCtx } from '@/jobs/trusted-ctx';
import { AppError } from '@/lib/errors';
import { newSecret, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { MINUTE, plus } from '@/lib/time';
import { currentTexts, say } from '@/texts/current-texts';
import { type DeleteAccountInput, deleteAccountInput } from './deletion-input';
import { creditsGivenUp, isSameAddress, type TeamAtEnd } from './deletion-rules';
import { listTeamsAtEnd, listTeamsWithTraces } from './deletion-terms';

const JOB = 'account.delete';

/** Requests that were under way when the account went have ended by then. */
const STRAGGLERS = 15 * MINUTE;

type Person = typeof user.$inferSelect;

/**
 * Answers the secret of the receipt's link. Throws `invalid` for another address than the account's, `conflict` with `reason`
 * `last_owner` (with the teams), `unspent_credits` or `demo`, and `unauthenticated` when the account went meanwhile.
 */
export async function deleteAccount(
  db: Db,
  userId: string,
  input: DeleteAccountInput,
  now = new Date(),
): Promise<{ receipt: string }> {
  const { email, giveUpCredits = false } = deleteAccountInput.parse(input);
  const receipt = newSecret();
  await inTransaction({ db }, async ({ db }) => {
    const person = await lockPerson(db, userId);
    if (!isSameAddress(email, person.email)) throw wrongAddress();
    await refuseDemo(db, userId);
    const teams = await lockTeams(db, userId);
    refuseUnfinished(teams, giveUpCredits);
    const hidden = await hideEverywhere(db, userId, now);
    for (const team of teams) await leave(db, userId, team, now);
    await endInvitationsTo(db, person.email, now);
    const ended = teams.filter(({ end }) => end === 'end').map((team) => team.id);
    const forgotten = await forgetPerson(db, person, { teams: hidden.teams, ended });
    const id = newId('accountDeletion');
    await db.insert(accountDeletion).values({
      id,
      userId,
      linkHash: sha256Hex(receipt),
      counts: {
        ...hidden.counts,
        ...forgotten,
        teamsLeft: teams.length - ended.length,
        teamsEnded: ended.length,
      },
      requestedAt: now,
    });
    await db.delete(user).where(eq(user.id, userId));
    await queueMail(
      { db },
      {
        to: person.email,
        template: 'account-deleted',
        props: { name: person.name, url: `${env().appUrl}/deleted/${receipt}` },
        dedupeKey: `account-deleted:${userId}`,
      },
    );
    await enqueue(db, 'account.purge', { deletionId: id });
    await enqueue(db, 'account.purge', { deletionId: id }, { startAfter: plus(now, STRAGGLERS) });
  });
  return { receipt };
}

/** What can be refused before anybody is asked for a proof, so that a code is not spent on a slip. Throws like `deleteAccount`. */
export async function checkDeletion(db: Db, userId: string, input: DeleteAccountInput): Promise<void> {
  const { email, giveUpCredits = false } = deleteAccountInput.parse(input);
  const [person] = await db.select().from(user).where(eq(user.id, userId));
  if (!person || !isSameAddress(email, person.email)) throw wrongAddress();
  await refuseDemo(db, userId);
  refuseUnfinished(await listTeamsAtEnd(db, userId), giveUpCredits);
}

/** Of two that press at once, one waits here and then finds nobody. */
async function lockPerson(db: Db, userId: string): Promise<Person> {
  const [person] = await db.select().from(user).where(eq(user.id, userId)).for('update');
  if (!person) throw new AppError('unauthenticated', say('deletion.refused.gone'));
  return person;
}

function wrongAddress(): AppError {
  const message = say('deletion.refused.otherEmail');
  return new AppError('invalid', message, { fields: { email: message } });
}

/** The people of the demo are everybody's: the next visitor wants to be them too. */
async function refuseDemo(db: Db, userId: string): Promise<void> {
  const [demo] = await db
    .select({ id: demoTeam.organizationId })
    .from(demoTeam)
    .where(or(eq(demoTeam.ownerId, userId), eq(demoTeam.memberId, userId)));
  if (!demo) return;
  throw new AppError('conflict', say('deletion.refused.demo'), { reason: 'demo' });
}

/** Read again under the locks of all teams: nobody joins, leaves or changes a role meanwhile. */
async function lockTeams(db: Db, userId: string): Promise<TeamAtEnd[]> {
  for (const { id } of await listTeamsAtEnd(db, userId)) await lockTeam(jobCtx(db, id, JOB));
  return listTeamsAtEnd(db, userId);
}

function refuseUnfinished(teams: readonly TeamAtEnd[], giveUpCredits: boolean): void {
  const blocked = teams.filter(({ end }) => end === 'blocked');
  if (blocked.length > 0) {
    const names = currentTexts().allOf(blocked.map(({ name }) => name));
    throw new AppError('conflict', say('deletion.refused.lastOwner', { teams: names }), {
      reason: 'last_owner',
      teams: blocked.map(({ slug, name }) => ({ slug, name })),
    });
  }
  const credits = creditsGivenUp(teams);
  if (credits === 0 || giveUpCredits) return;
  throw new AppError('conflict', say('deletion.refused.credits'), { reason: 'unspent_credits', credits });
}

type Hidden = { teams: string[]; counts: HiddenOfPerson };

async function hideEverywhere(db: Db, userId: string, now: Date): Promise<Hidden> {
  const teams = await listTeamsWithTraces(db, userId);
  const counts: HiddenOfPerson = {
    consents: 0,
    stopped: 0,
    photoSets: 0,
    generations: 0,
    backdrops: 0,
    links: 0,
  };
  for (const team of teams) {
    const hidden = await hidePerson(jobCtx(db, team, JOB), userId, { stopGeneration }, now);
    for (const [name, count] of Object.entries(hidden)) counts[name as keyof HiddenOfPerson] += count;
  }
  return { teams, counts };
}

async function leave(
  db: Db,
  userId: string,
  { id, memberId, role, end }: TeamAtEnd,
  now: Date,
): Promise<void> {
  const ctx = { ...jobCtx(db, id, JOB), actor: { kind: 'member', userId, memberId, role } as const };
  if (end === 'leave') {
    await endMembership(ctx, memberId, 'members.leave', () => {});
    return;
  }
  await revokeTeamKeys(ctx, now);
  await endTeam(ctx, memberId, now);
}

/** Whoever invited this address gets the credits back that were promised to it. */
async function endInvitationsTo(db: Db, email: string, now: Date): Promise<void> {
  const open = await db
    .select({ id: invitation.id, orgId: invitation.organizationId, status: invitation.status })
    .from(invitation)
    .where(eq(invitation.email, email))
    .orderBy(invitation.organizationId);
  for (const { id, orgId, status } of open) {
    if (status === 'pending') await endInvitation(jobCtx(db, orgId, JOB), id, 'revoked', now);
  }
}
