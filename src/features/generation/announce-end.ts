/** One e-mail and one in-app notice when a generation ends, saying what was charged and what came back. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { organization, user } from '@/db/schema/auth';
import { style as styleTable } from '@/db/schema/generation';
import { env } from '@/env';
import { queueMail, writeNotice } from '@/features/notifications/notify';
import { queuePush } from '@/features/notifications/push/queue-push';
import { failureOf, type PictureStatus } from './rules';

type Ended = { id: string; userId: string; styleId: string };

type End = {
  status: 'completed' | 'failed';
  accepted: number;
  charged: number;
  released: number;
  /** What became of each picture. */
  statuses: readonly PictureStatus[];
};

/** Call it in the transaction of the end. A repeated end announces nothing twice. */
export async function announceEnd(ctx: Ctx, generation: Ended, end: End): Promise<void> {
  const [about] = await ctx.db
    .select({
      slug: organization.slug,
      team: organization.name,
      email: user.email,
      style: styleTable.name,
    })
    .from(organization)
    .innerJoin(user, eq(user.id, generation.userId))
    .innerJoin(styleTable, eq(styleTable.id, generation.styleId))
    .where(eq(organization.id, ctx.orgId));
  if (!about) return;
  const { style, team } = about;
  const { accepted, charged, released, statuses } = end;
  const href = `/teams/${about.slug}/headshots/${generation.id}`;
  const dedupeKey = `generation-${end.status}:${generation.id}`;
  const url = `${env().appUrl}${href}`;
  if (end.status === 'completed') {
    await writeNotice(ctx, {
      userId: generation.userId,
      type: 'generation.completed',
      title: ({ t }) => t('emails.headshotsReady.subject', { style, count: accepted }),
      body: ({ t }) => t('generation.notice.charged', { charged, released }),
      href,
      dedupeKey,
    });
    await queuePush(ctx, generation.userId, href);
    await queueMail(ctx, {
      to: about.email,
      template: 'headshots-ready',
      props: { style, team, accepted, charged, released, url },
      dedupeKey,
      organizationId: ctx.orgId,
    });
    return;
  }
  await writeNotice(ctx, {
    userId: generation.userId,
    type: 'generation.failed',
    title: ({ t }) => t('generation.notice.failed', { style }),
    body: (texts) =>
      texts.t('generation.notice.notCharged', { count: released, reason: failureOf(statuses, texts) }),
    href,
    dedupeKey,
  });
  await queueMail(ctx, {
    to: about.email,
    template: 'headshots-failed',
    props: (texts) => ({ style, team, reason: failureOf(statuses, texts), released, url }),
    dedupeKey,
    organizationId: ctx.orgId,
  });
}
