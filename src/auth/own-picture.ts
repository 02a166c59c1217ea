import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { picture } from '@/db/schema/generation';
import type { Db, OrgId } from '@/db/types';
import { notFound } from '@/lib/errors';

/**
 * The context of what people do with a picture of their own from the pages about themselves: its team, and the member they were when it was
 * made, who may have left. Throws `not_found` for a picture that is not there or not theirs.
 */
export async function requireOwnPicture(db: Db, userId: string, pictureId: string): Promise<Ctx> {
  const [own] = await db
    .select({ orgId: picture.organizationId, memberId: picture.memberId })
    .from(picture)
    .where(and(eq(picture.id, pictureId), eq(picture.userId, userId), isNull(picture.deletedAt)));
  if (!own) throw notFound('picture');
  const actor = { kind: 'member', userId, memberId: own.memberId, role: 'member' } as const;
  return { db, orgId: own.orgId as OrgId, actor };
}
