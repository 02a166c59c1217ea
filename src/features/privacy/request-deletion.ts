import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { deletionRequest } from '@/db/schema/privacy';
import { recordAudit } from '@/features/audit/record-audit';
import { enqueue } from '@/jobs/port';
import { type Actor, actorLabel } from '@/lib/actor';
import { AppError, type MissingThing, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { systemClock } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { type DeletionView, toDeletionView } from './deletion-view';
import { HIDE } from './hide';
import type { DeletionKind } from './input';

type Input = { kind: DeletionKind; targetId: string; whileRunning?: boolean };

/**
 * Deletes one photo, photo set, picture, generation or backdrop: it disappears now, a job purges its files and rows within
 * minutes. Only the person it belongs to may ask, or a job. Asking again answers the same request. Throws `not_found`
 * for what is not theirs and `conflict` while pictures are being made from it.
 */
export async function requestDeletion(ctx: Ctx, input: Input, clock = systemClock): Promise<DeletionView> {
  const { kind, targetId, whileRunning = false } = input;
  const userId = personOf(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const hidden = await HIDE[kind](ctx, { id: targetId, userId, whileRunning }, clock());
    if (!hidden) return findRequest(ctx, kind, targetId, userId);
    const [row] = await ctx.db
      .insert(deletionRequest)
      .values({
        id: newId('deletion'),
        organizationId: ctx.orgId,
        userId: hidden.userId,
        kind,
        targetId,
        requestedBy: actorLabel(ctx.actor),
        requestedAt: clock(),
      })
      .returning();
    if (!row) throw new Error('A deletion request was not written.');
    await recordAudit(ctx, {
      action: 'privacy.request_deletion',
      subjectType: kind,
      subjectId: targetId,
      data: { deletionId: row.id },
    });
    await enqueue(ctx.db, 'privacy.purge', { requestId: row.id });
    return toDeletionView(row);
  });
}

/** Null for jobs; staff and webhooks never delete what is a person's own. */
function personOf(actor: Actor): string | null {
  if (actor.kind === 'member') return actor.userId;
  if (actor.kind === 'system') return null;
  throw new AppError('forbidden', say('privacy.deletion.onlyMember'));
}

async function findRequest(
  ctx: Ctx,
  kind: DeletionKind,
  targetId: string,
  userId: string | null,
): Promise<DeletionView> {
  const [row] = await ctx.db
    .select()
    .from(deletionRequest)
    .where(
      and(
        eq(deletionRequest.organizationId, ctx.orgId),
        eq(deletionRequest.kind, kind),
        eq(deletionRequest.targetId, targetId),
        ...(userId === null ? [] : [eq(deletionRequest.userId, userId)]),
      ),
    );
  if (!row) throw notFound(WHAT[kind]);
  return toDeletionView(row);
}

const WHAT: Record<DeletionKind, MissingThing> = {
  photo: 'photo',
  photo_set: 'photoSet',
  picture: 'picture',
  generation: 'generation',
  backdrop: 'backdrop',
};
