/** The demo team of embedded mode: six people at different steps, finished pictures, weeks of a ledger that adds up. */
import { eq } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { creditRequest } from '@/db/schema/credits';
import { demoTeam } from '@/db/schema/demo';
import { notice } from '@/db/schema/notifications';
import { consent } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { grantCredits } from '@/features/credits/grant';
import { reclaimCredits } from '@/features/credits/reclaim';
import { requestCredits } from '@/features/credits/request-credits';
import { tellTime } from '@/features/credits/tell-time';
import { createTeam } from '@/features/organizations/create-team';
import { inviteMembers } from '@/features/organizations/invite-members';
import { acceptConsent } from '@/features/privacy/accept-consent';
import { getPolicy } from '@/features/privacy/consent-queries';
import { jobCtx } from '@/jobs/trusted-ctx';
import { newId } from '@/lib/ids';
import { MINUTE, plus } from '@/lib/time';
import { INVITED, MEMBER, OTHERS, OWNER, POOL, TAKEN_BACK, TEAM_NAME } from './cast';
import { momentOf } from './demo-rules';
import { asMember, type Joined, joinCast, makePerson } from './join-cast';
import { type Recorded, readRecorded } from './recorded-files';
import { stagePhotos } from './stage-photos';
import { stageShoot } from './stage-shoot';

export type DemoTeam = { slug: string; ownerId: string; memberId: string };

/** Something that happened in the team, and when. */
type Step = { at: Date; run: (at: Date) => Promise<unknown> };

/** A new demo team, whole or not at all. Takes a second or two: the files are stored as if they had been made. */
export async function buildDemo(db: Db, now = new Date()): Promise<DemoTeam> {
  const recorded = readRecorded();
  return inTransaction({ db }, async ({ db }) => {
    const domain = `lindqvist-${newId('organization').slice(-6).toLowerCase()}`;
    const ownerId = await makePerson(db, OWNER, domain);
    const memberId = await makePerson(db, MEMBER, domain);
    const joined = momentOf(now, OWNER.joined);
    const team = await createTeam(db, ownerId, { name: TEAM_NAME }, async (ctx) => {
      await db.insert(demoTeam).values({ organizationId: ctx.orgId, ownerId, memberId });
      await tellTime(ctx, joined);
    });
    await db
      .update(member)
      .set({ department: OWNER.department, createdAt: joined })
      .where(eq(member.id, team.memberId));
    const first = { part: OWNER, userId: ownerId, memberId: team.memberId };
    const owner: Joined = { ...first, ctx: asMember(db, team.id, first) };
    const others: Joined[] = [];
    for (const part of [MEMBER, ...OTHERS]) {
      const userId = part === MEMBER ? memberId : await makePerson(db, part, domain);
      others.push(await joinCast(db, team.id, part, userId, momentOf(now, part.joined)));
    }
    // The ledger takes its moves in the order of their times, so all that happens is one row of steps.
    const steps = [
      ...teamSteps(owner, others, domain, now),
      ...[owner, ...others].flatMap((person) => personSteps(person, owner, recorded, now)),
    ].toSorted((one, two) => one.at.getTime() - two.at.getTime());
    for (const { at, run } of steps) {
      await tellTime(owner.ctx, at);
      await run(at);
    }
    return { slug: team.slug, ownerId, memberId };
  });
}

function teamSteps({ ctx }: Joined, others: readonly Joined[], domain: string, now: Date): Step[] {
  const from = others.find(({ part }) => part.name === TAKEN_BACK.from);
  return [
    {
      at: plus(momentOf(now, OWNER.joined), 5 * MINUTE),
      run: () =>
        grantCredits(jobCtx(ctx.db, ctx.orgId, 'demo.build'), {
          amount: POOL,
          idempotencyKey: 'demo',
          note: 'Credits of the demo team',
        }),
    },
    {
      at: momentOf(now, TAKEN_BACK.when),
      run: async () =>
        from &&
        reclaimCredits(ctx, {
          memberId: from.memberId,
          amount: TAKEN_BACK.amount,
          idempotencyKey: 'demo:taken-back',
          note: 'Not needed this month',
        }),
    },
    {
      at: momentOf(now, INVITED.when),
      run: (at) =>
        inviteMembers(ctx, { emails: [`${INVITED.name}@${domain}.example`], credits: INVITED.credits }, at),
    },
  ];
}

function personSteps(person: Joined, owner: Joined, { pictures, photos }: Recorded, now: Date): Step[] {
  const { part, ctx, memberId } = person;
  const joined = momentOf(now, part.joined);
  const steps: Step[] = [
    {
      at: plus(joined, 25 * MINUTE),
      run: () =>
        allocateCredits(owner.ctx, { memberId, amount: part.credits, idempotencyKey: `demo:${memberId}` }),
    },
  ];
  if (part.portrait) steps.push({ at: plus(joined, 40 * MINUTE), run: (at) => consentOf(person, at) });
  for (const shoot of part.shoots) {
    const own = pictures.filter(({ file }) => file.startsWith(`${part.portrait}-${shoot.style}-`));
    steps.push({ at: momentOf(now, shoot.when), run: (at) => stageShoot(person, shoot, own, at) });
  }
  if (part.hasPhotos) steps.push({ at: now, run: () => stagePhotos(person, photos) });
  const { asksFor } = part;
  if (asksFor) {
    const { when, ...asked } = asksFor;
    steps.push({
      at: momentOf(now, when),
      run: async (at) => {
        const { requestId } = await requestCredits(ctx, asked);
        await ctx.db.update(creditRequest).set({ createdAt: at }).where(eq(creditRequest.id, requestId));
        await ctx.db.update(notice).set({ createdAt: at }).where(eq(notice.organizationId, ctx.orgId));
      },
    });
  }
  return steps;
}

async function consentOf({ ctx, memberId }: Joined, at: Date): Promise<void> {
  const { version, textHash } = await getPolicy(ctx);
  await acceptConsent(
    ctx,
    { policyVersion: version, textHash, adult: true, ownPhotos: true },
    { ip: null, userAgent: null },
  );
  await ctx.db.update(consent).set({ acceptedAt: at }).where(eq(consent.memberId, memberId));
}
