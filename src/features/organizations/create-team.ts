import { randomInt } from 'node:crypto';
import { type Ctx, inTransaction } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { firstTeamGrant } from '@/db/schema/organizations';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { grantCredits } from '@/features/credits/grant';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { say } from '@/texts/current-texts';
import { type CreateTeamInput, createTeamInput } from './input';
import { FREE_CREDITS, slugOf } from './rules';

const SLUG_TRIES = 8;

export type NewTeam = { id: OrgId; slug: string; memberId: string };

/**
 * A team, its owner, its empty ledger and, with a person's first team, 3 free credits (in the pool, or the wallet of a solo
 * team), in one transaction. The address comes from the name; a taken one gets a number. `opened` runs while the ledger is empty.
 */
export async function createTeam(
  db: Db,
  userId: string,
  input: CreateTeamInput,
  opened?: (ctx: Ctx) => Promise<void>,
): Promise<NewTeam> {
  const { name, kind } = createTeamInput.parse(input);
  return inTransaction({ db }, async ({ db }) => {
    const id = newId('organization') as OrgId;
    const slug = await insertTeam(db, id, name, kind);
    const memberId = newId('member');
    await db.insert(member).values({ id: memberId, organizationId: id, userId, role: 'owner' });
    const ctx: Ctx = { orgId: id, db, actor: { kind: 'member', userId, memberId, role: 'owner' } };
    await openAccounts(ctx);
    await openWallet(ctx, { memberId });
    await recordAudit(ctx, {
      action: 'organizations.create',
      subjectType: 'organization',
      subjectId: id,
      // Not its name: a team of one bears its person's, and the log is kept for ever.
      data: { kind },
    });
    await opened?.(ctx);
    await grantFirstTeam(ctx, userId);
    return { id, slug, memberId };
  });
}

async function insertTeam(db: Db, id: OrgId, name: string, kind: 'team' | 'solo'): Promise<string> {
  const base = slugOf(name);
  for (let attempt = 0; attempt < SLUG_TRIES; attempt += 1) {
    const slug = attempt === 0 ? base : `${base}-${randomInt(2, 10 ** (attempt + 1))}`;
    const made = await db
      .insert(organization)
      .values({ id, name, slug, kind })
      .onConflictDoNothing({ target: organization.slug })
      .returning({ id: organization.id });
    if (made.length > 0) return slug;
  }
  const taken = say('members.refused.nameTaken');
  throw new AppError('conflict', taken, { fields: { name: taken } });
}

/** Once a person: the row's primary key decides between parallel requests. */
async function grantFirstTeam(ctx: Ctx, userId: string): Promise<void> {
  const first = await ctx.db
    .insert(firstTeamGrant)
    .values({ userId, organizationId: ctx.orgId, credits: FREE_CREDITS })
    .onConflictDoNothing({ target: firstTeamGrant.userId })
    .returning({ userId: firstTeamGrant.userId });
  if (first.length === 0) return;
  await grantCredits(
    { ...ctx, actor: { kind: 'system', job: 'organizations.create-team' } },
    { amount: FREE_CREDITS, idempotencyKey: `first-team:${userId}`, note: say('members.firstGrant') },
  );
}
