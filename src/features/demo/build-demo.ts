/** The demo team of embedded mode: six people at different steps, finished pictures, a ledger that adds up. */

import { eq } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { demoTeam } from '@/db/schema/demo';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { grantCredits } from '@/features/credits/grant';
import { reclaimCredits } from '@/features/credits/reclaim';
import { requestCredits } from '@/features/credits/request-credits';
import { createTeam } from '@/features/organizations/create-team';
import { inviteMembers } from '@/features/organizations/invite-members';
import { acceptConsent } from '@/features/privacy/accept-consent';
import { getPolicy } from '@/features/privacy/consent-queries';
import { jobCtx } from '@/jobs/trusted-ctx';
import { newId } from '@/lib/ids';
import { INVITED, MEMBER, OTHERS, OWNER, POOL, TAKEN_BACK, TEAM_NAME } from './cast';
import { asMember, type Joined, joinCast, makePerson } from './join-cast';
import { type Recorded, readRecorded } from './recorded-files';
import { stagePhotos } from './stage-photos';
import { stageShoot } from './stage-shoot';

export type DemoTeam = { slug: string; ownerId: string; memberId: string };

/** A new demo team, whole or not at all. Takes a second or two: the files are stored as if they had been made. */
export async function buildDemo(db: Db, now = new Date()): Promise<DemoTeam> {
  const recorded = readRecorded();
  return inTransaction({ db }, async ({ db }) => {
    const domain = `lindqvist-${newId('organization').slice(-6).toLowerCase()}`;
    const ownerId = await makePerson(db, OWNER, domain);
    const team = await createTeam(db, ownerId, { name: TEAM_NAME });
    await db.update(member).set({ department: OWNER.department }).where(eq(member.id, team.memberId));
    const first = { part: OWNER, userId: ownerId, memberId: team.memberId };
    const owner: Joined = { ...first, ctx: asMember(db, team.id, first) };
    const others: Joined[] = [];
    for (const part of [MEMBER, ...OTHERS])
      others.push(await joinCast(db, team.id, part, await makePerson(db, part, domain)));
    await moveCredits(owner, others);
    for (const person of [owner, ...others]) await stagePerson(person, recorded, now);
    await inviteMembers(owner.ctx, {
      emails: [`${INVITED.name}@${domain}.example`],
      credits: INVITED.credits,
    });
    const memberId = others[0]?.userId ?? ownerId;
    await db.insert(demoTeam).values({ organizationId: team.id, ownerId, memberId });
    return { slug: team.slug, ownerId, memberId };
  });
}

async function moveCredits(owner: Joined, others: readonly Joined[]): Promise<void> {
  const { ctx } = owner;
  await grantCredits(jobCtx(ctx.db, ctx.orgId, 'demo.build'), {
    amount: POOL,
    idempotencyKey: 'demo',
    note: 'Credits of the demo team',
  });
  for (const { memberId, part } of [owner, ...others])
    await allocateCredits(ctx, { memberId, amount: part.credits, idempotencyKey: `demo:${memberId}` });
  const from = others.find(({ part }) => part.name === TAKEN_BACK.from);
  if (from)
    await reclaimCredits(ctx, {
      memberId: from.memberId,
      amount: TAKEN_BACK.amount,
      idempotencyKey: 'demo:taken-back',
      note: 'Not needed this month',
    });
}

async function stagePerson(person: Joined, { pictures, photos }: Recorded, now: Date): Promise<void> {
  const { part, ctx } = person;
  if (part.portrait) {
    const { version, textHash } = await getPolicy(ctx);
    const attestations = { adult: true, ownPhotos: true } as const;
    await acceptConsent(
      ctx,
      { policyVersion: version, textHash, ...attestations },
      { ip: null, userAgent: null },
    );
  }
  for (const shoot of part.shoots) {
    const own = pictures.filter(({ file }) => file.startsWith(`${part.portrait}-${shoot.style}-`));
    await stageShoot(person, shoot, own, now);
  }
  if (part.hasPhotos) await stagePhotos(person, photos);
  if (part.asksFor) await requestCredits(ctx, part.asksFor);
}
