import { and, asc, eq, exists, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, style } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { PREMIUM_CREDITS } from '@/features/billing/price-list';
import { requireMember, requirePermission } from '@/lib/actor';

export type StyleView = {
  id: string;
  name: string;
  category: string;
  description: string;
  /** Path of a picture that the product made in this style. */
  example: string;
  premium: boolean;
  /** Credits this style adds to each picture. */
  surcharge: number;
};

/** The styles that can be chosen now, in their order. */
export async function listStyles(db: Db): Promise<StyleView[]> {
  const rows = await db.select().from(style).where(eq(style.active, true)).orderBy(asc(style.position));
  return rows.map(({ id, name, category, description, example, premium }) => ({
    id,
    name,
    category,
    description,
    example,
    premium,
    surcharge: premium ? PREMIUM_CREDITS : 0,
  }));
}

/** The styles this member has headshots in, in their order; those no longer offered too. */
export async function listMyStyles(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  const mine = ctx.db
    .select({ id: generation.id })
    .from(generation)
    .where(
      and(
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, memberId),
        eq(generation.styleId, style.id),
        isNull(generation.deletedAt),
      ),
    );
  return ctx.db
    .select({ id: style.id, name: style.name })
    .from(style)
    .where(exists(mine))
    .orderBy(asc(style.position));
}

export async function findActiveStyle(
  db: Db,
  id: string,
): Promise<{ id: string; name: string; premium: boolean; version: number } | null> {
  const [row] = await db
    .select({
      id: style.id,
      name: style.name,
      premium: style.premium,
      version: style.version,
      active: style.active,
    })
    .from(style)
    .where(eq(style.id, id));
  return row?.active ? row : null;
}
