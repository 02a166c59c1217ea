import { and, asc, eq, exists, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, style } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { PREMIUM_CREDITS } from '@/features/billing/price-list';
import { requireMember, requirePermission } from '@/lib/actor';
import type { EngineName, PictureEngine } from './engine';
import { findEngineFor } from './engines/active';

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
  engine: EngineView;
};

/** What the engine of a style does and does not, as pages say it. */
export type EngineView = {
  name: EngineName;
  limits: readonly string[];
  variations: string;
  /** Needs a selfie that shows the person whole in the wanted shape. */
  finishesSelfie: boolean;
};

export function viewEngine({ name, capabilities }: PictureEngine): EngineView {
  const { limits, variations, finishesSelfie } = capabilities;
  return { name, limits, variations, finishesSelfie };
}

/** Null when nothing here makes the style: no such engine, or no words for one that draws anew. */
function engineOf(row: { engine: EngineName | null; prompt: unknown }): PictureEngine | null {
  const engine = findEngineFor(row);
  return engine && (engine.capabilities.finishesSelfie || row.prompt) ? engine : null;
}

/** The styles that can be chosen now, in their order. */
export async function listStyles(db: Db): Promise<StyleView[]> {
  const rows = await db.select().from(style).where(eq(style.active, true)).orderBy(asc(style.position));
  return rows.flatMap((row) => {
    const engine = engineOf(row);
    if (!engine) return [];
    const { id, name, category, description, example, premium } = row;
    const surcharge = premium ? PREMIUM_CREDITS : 0;
    return [{ id, name, category, description, example, premium, surcharge, engine: viewEngine(engine) }];
  });
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

export type ActiveStyle = {
  id: string;
  name: string;
  premium: boolean;
  version: number;
  engine: PictureEngine;
};

export async function findActiveStyle(db: Db, id: string): Promise<ActiveStyle | null> {
  const [row] = await db
    .select({
      id: style.id,
      name: style.name,
      premium: style.premium,
      version: style.version,
      active: style.active,
      engine: style.engine,
      prompt: style.prompt,
    })
    .from(style)
    .where(eq(style.id, id));
  const engine = row?.active ? engineOf(row) : null;
  return row && engine
    ? { id: row.id, name: row.name, premium: row.premium, version: row.version, engine }
    : null;
}
