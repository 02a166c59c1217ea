/** One e-mail and one in-app notice when a generation ends, saying what was charged and what came back. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { organization, user } from '@/db/schema/auth';
import { style } from '@/db/schema/generation';
import { env } from '@/env';
import { queueMail, writeNotice } from '@/features/notifications/notify';
import { queuePush } from '@/features/notifications/push/queue-push';
import { formatCredits } from '@/lib/money';

type Ended = { id: string; userId: string; styleId: string; failure: string | null };

type End = { status: 'completed' | 'failed'; accepted: number; charged: number; released: number };

/** Call it in the transaction of the end. A repeated end announces nothing twice. */
export async function announceEnd(ctx: Ctx, generation: Ended, end: End): Promise<void> {
  const [about] = await ctx.db
    .select({ slug: organization.slug, team: organization.name, email: user.email, style: style.name })
    .from(organization)
    .innerJoin(user, eq(user.id, generation.userId))
    .innerJoin(style, eq(style.id, generation.styleId))
    .where(eq(organization.id, ctx.orgId));
  if (!about) return;
  const href = `/teams/${about.slug}/headshots/${generation.id}`;
  const dedupeKey = `generation-${end.status}:${generation.id}`;
  const url = `${env().appUrl}${href}`;
  if (end.status === 'completed') {
    await writeNotice(ctx, {
      userId: generation.userId,
      type: 'generation.completed',
      title: `${about.style}: ${pictures(end.accepted)} ready`,
      body: chargeLine(end),
      href,
      dedupeKey,
    });
    await queuePush(ctx, generation.userId, href);
    await queueMail(ctx, {
      to: about.email,
      template: 'headshots-ready',
      props: { style: about.style, team: about.team, ...end, url },
      dedupeKey,
      organizationId: ctx.orgId,
    });
    return;
  }
  const reason = generation.failure ?? '';
  await writeNotice(ctx, {
    userId: generation.userId,
    type: 'generation.failed',
    title: `${about.style}: no pictures`,
    body: `Not charged: ${formatCredits(end.released)} came back. ${reason}`.trim(),
    href,
    dedupeKey,
  });
  await queueMail(ctx, {
    to: about.email,
    template: 'headshots-failed',
    props: { style: about.style, team: about.team, reason, released: end.released, url },
    dedupeKey,
    organizationId: ctx.orgId,
  });
}

/** "3 credits charged, 1 came back." */
function chargeLine({ charged, released }: End): string {
  const back = released > 0 ? `, ${released} came back` : '';
  return `${formatCredits(charged)} charged${back}.`;
}

function pictures(count: number): string {
  return count === 1 ? '1 picture' : `${count} pictures`;
}
