import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { organization, user } from '@/db/schema/auth';
import { generation, picture } from '@/db/schema/generation';
import { env } from '@/env';
import { ENTITLEMENTS, TIERS, type Tier } from '@/features/billing/entitlement-rules';
import { TIER_NAMES } from '@/features/billing/tier-types';
import { queueMail, writeNotice } from '@/features/notifications/notify';
import { languageOfPerson } from '@/features/notifications/reader-language';
import { textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';
import { keptUntil } from './keep-rules';

/** One person's generations in one team, the oldest first; `former`: of a membership that has ended. */
export type DueSoon = { orgId: string; userId: string; former: boolean; generationIds: string[] };

type Rule = { tier: Tier; pictureDays: number };

/** One notice and one e-mail about all of them, and the mark that they were announced. False when there was nothing to tell. */
export async function warnOfDeletion(
  ctx: Ctx,
  { userId, former, generationIds }: DueSoon,
  rule: Rule,
  now: Date,
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const announced = await ctx.db
      .update(generation)
      .set({ warnedAt: now })
      .where(
        and(
          eq(generation.organizationId, ctx.orgId),
          inArray(generation.id, generationIds),
          isNull(generation.warnedAt),
          isNull(generation.deletedAt),
        ),
      )
      .returning({ id: generation.id, finishedAt: generation.finishedAt });
    const ids = announced.map(({ id }) => id).sort();
    const pictures = await countPictures(ctx, ids);
    const about = await findReader(ctx, userId);
    if (pictures === 0 || !about) return false;
    const days = announced.map(({ finishedAt }) =>
      keptUntil({ finishedAt: finishedAt ?? now, warnedAt: now }, rule.pictureDays, now),
    );
    const first = new Date(Math.min(...days.map((day) => day?.getTime() ?? now.getTime())));
    const dayIn = ({ moment }: Texts) => moment(first, 'date');
    const path = `/teams/${about.slug}/headshots`;
    const inTeam = ids.length === 1 ? `${path}/${ids[0]}` : path;
    const href = former ? '/account/pictures' : inTeam;
    const dedupeKey = `pictures-due:${ids[0]}:${first.toISOString().slice(0, 10)}`;
    const ruleIn = (texts: Texts) =>
      former
        ? texts.t('privacy.notice.rule.left', { team: about.team, days: rule.pictureDays })
        : whatKeepsLonger(rule, texts);
    await writeNotice(ctx, {
      userId,
      type: 'pictures.due',
      title: (texts) => texts.t('privacy.notice.due.title', { count: pictures, day: dayIn(texts) }),
      body: (texts) => texts.t('privacy.notice.due.body', { rule: ruleIn(texts) }),
      href,
      dedupeKey,
    });
    const texts = textsIn(await languageOfPerson(ctx.db, userId));
    await queueMail(ctx, {
      to: about.email,
      template: 'pictures-due',
      props: {
        team: about.team,
        pictures,
        day: dayIn(texts),
        rule: ruleIn(texts),
        url: `${env().appUrl}${href}`,
      },
      dedupeKey,
      organizationId: ctx.orgId,
    });
    return true;
  });
}

async function countPictures(ctx: Ctx, generationIds: string[]): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(picture)
    .where(
      and(
        inArray(picture.generationId, generationIds),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
      ),
    );
  return row?.count ?? 0;
}

async function findReader(ctx: Ctx, userId: string) {
  const [row] = await ctx.db
    .select({ team: organization.name, slug: organization.slug, email: user.email })
    .from(organization)
    .innerJoin(user, eq(user.id, userId))
    .where(eq(organization.id, ctx.orgId));
  return row;
}

/** "Your team has Free, which keeps pictures 30 days; Plus keeps them 180 days." */
function whatKeepsLonger({ tier, pictureDays }: Rule, { t }: Texts): string {
  const next = TIERS[TIERS.indexOf(tier) + 1];
  const has = { tier: TIER_NAMES[tier], days: pictureDays };
  if (!next) return t('privacy.notice.rule.most', has);
  // 0: as long as they want.
  const than = { next: TIER_NAMES[next], longer: ENTITLEMENTS[next].pictureDays ?? 0 };
  return next === 'plus'
    ? t('privacy.notice.rule.plus', { ...has, ...than })
    : t('privacy.notice.rule.next', { ...has, ...than });
}
