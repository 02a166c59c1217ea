import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, organization, user } from '@/db/schema/auth';
import { billingDetails } from '@/db/schema/billing';
import { invitation } from '@/db/schema/organizations';
import { queueMail } from '@/features/notifications/notify';
import type { MailProps, MailTemplate } from '@/features/notifications/templates';
import { notFound } from '@/lib/errors';
import type { Texts } from '@/texts/make-texts';

export type BillingPeople = { team: string; slug: string; addresses: string[] };

type About = { memberId?: string };

/**
 * Who gets a mail about money: the member it concerns or, without one, everybody who runs the team, and the team's billing
 * address in any case. No address twice.
 */
export async function findBillingPeople(ctx: Ctx, about: About = {}): Promise<BillingPeople> {
  const [team] = await ctx.db
    .select({ name: organization.name, slug: organization.slug, billing: billingDetails.email })
    .from(organization)
    .leftJoin(billingDetails, eq(billingDetails.organizationId, organization.id))
    .where(eq(organization.id, ctx.orgId));
  if (!team) throw notFound('team');
  const whom = about.memberId ? eq(member.id, about.memberId) : inArray(member.role, ['owner', 'admin']);
  const people = await ctx.db
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, ctx.orgId), whom));
  const addresses = new Set(people.map(({ email }) => email));
  if (team.billing) addresses.add(team.billing);
  return { team: team.name, slug: team.slug, addresses: [...addresses] };
}

/** One mail to each of them, in the caller's transaction; `dedupeKey` makes it one mail an address, however often it is called. */
export async function mailBillingPeople<T extends MailTemplate>(
  ctx: Ctx,
  template: T,
  dedupeKey: string,
  props: (team: Pick<BillingPeople, 'team' | 'slug'>, texts: Texts) => MailProps<T>,
  about: About = {},
): Promise<void> {
  const { addresses, ...team } = await findBillingPeople(ctx, about);
  for (const to of addresses) {
    const key = `${dedupeKey}:${to}`;
    const written = (texts: Texts) => props(team, texts);
    await queueMail(ctx, { to, organizationId: ctx.orgId, template, props: written, dedupeKey: key });
  }
}

/** Nobody but the buyer is in the team, and nobody is invited to it now. */
export async function isAlone({ db, orgId }: Ctx, now: Date): Promise<boolean> {
  const [people, invited] = await Promise.all([
    db.$count(member, eq(member.organizationId, orgId)),
    db.$count(
      invitation,
      and(
        eq(invitation.organizationId, orgId),
        eq(invitation.status, 'pending'),
        gt(invitation.expiresAt, now),
      ),
    ),
  ]);
  return people + invited <= 1;
}
