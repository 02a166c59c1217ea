import { and, eq, exists, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, type StylePrompt, style, styleVersion } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { requireMember, requirePermission } from '@/lib/actor';
import { isMessageKey, textsIn } from '@/texts/catalogue';
import type { Texts } from '@/texts/make-texts';
import { type StudioRecipe, studioRecipeSchema } from '@/vision/studio/recipe';
import type { EngineName, PictureEngine } from './engine';
import { findEngineFor } from './engines/active';
import { limitsIn, type WishLimit } from './preferences/preference-rules';
import { byPlace } from './styles';

export type StyleView = {
  id: string;
  /** Sent along with a request, so that nobody is charged another price than the one they saw. */
  version: number;
  name: string;
  category: string;
  description: string;
  /** What the active engine makes of it, a sentence or two. */
  does: string;
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
  wishLimits: readonly WishLimit[];
  /** Met as far as the photos allow. */
  wishBounds: readonly WishLimit[];
  /** Needs a selfie that shows the person whole in the wanted shape. */
  finishesSelfie: boolean;
};

export function viewEngine({ name, capabilities }: PictureEngine, texts: Texts): EngineView {
  const { limits, variations, wishLimits, wishBounds, finishesSelfie } = capabilities;
  return {
    name,
    limits: limits.map((limit) => texts.t(limit)),
    variations: texts.t(variations),
    wishLimits: limitsIn(wishLimits, texts),
    wishBounds: limitsIn(wishBounds, texts),
    finishesSelfie,
  };
}

/** The studio, where somebody asks for it: it can draw every style. */
export type AskedEngine = 'studio' | undefined;

/** Null when nothing here makes the style: no such engine, or no words for one that draws anew. */
function engineOf(
  row: { engine: EngineName | null; prompt: unknown },
  asked: AskedEngine,
): PictureEngine | null {
  const engine = findEngineFor(asked ? { engine: asked } : row);
  return engine && (engine.capabilities.finishesSelfie || row.prompt) ? engine : null;
}

/** As it was seeded, in the reader's language; what staff wrote stays as they wrote it. */
function styleWords(id: string, part: 'description' | 'wardrobe', stored: string, { t }: Texts): string {
  const key = `generation.styles.${id}.${part}`;
  return isMessageKey(key) && textsIn('en').t(key) === stored ? t(key) : stored;
}

/** The styles that can be chosen now, in their order. */
export async function listStyles(db: Db, texts: Texts, asked?: AskedEngine): Promise<StyleView[]> {
  const rows = await db.select().from(style).where(eq(style.active, true));
  return rows.sort(byPlace).flatMap((row) => {
    const engine = engineOf(row, asked);
    if (!engine) return [];
    const { id, version, name, category, example, premium, surcharge } = row;
    const wardrobe = row.prompt ? styleWords(id, 'wardrobe', row.prompt.wardrobe, texts) : '';
    return [
      {
        id,
        version,
        name,
        category,
        description: styleWords(id, 'description', row.description, texts),
        does: texts.t(engine.capabilities.does, { wardrobe }),
        example,
        premium,
        surcharge,
        engine: viewEngine(engine, texts),
      },
    ];
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
  const styles = await ctx.db
    .select({ id: style.id, name: style.name, category: style.category, position: style.position })
    .from(style)
    .where(exists(mine));
  return styles.sort(byPlace).map(({ id, name }) => ({ id, name }));
}

export type ActiveStyle = {
  id: string;
  name: string;
  premium: boolean;
  /** Credits it adds to each picture. */
  surcharge: number;
  version: number;
  engine: PictureEngine;
};

export async function findActiveStyle(db: Db, id: string, asked?: AskedEngine): Promise<ActiveStyle | null> {
  const [row] = await db
    .select({
      id: style.id,
      name: style.name,
      premium: style.premium,
      surcharge: style.surcharge,
      version: style.version,
      active: style.active,
      engine: style.engine,
      prompt: style.prompt,
    })
    .from(style)
    .where(eq(style.id, id));
  const engine = row?.active ? engineOf(row, asked) : null;
  if (!row || !engine) return null;
  const { name, premium, surcharge, version } = row;
  return { id, name, premium, surcharge, version, engine };
}

export type Look = { recipe: StudioRecipe; prompt: StylePrompt | null };

/** What one version of a style looks like, for drawing it: the one that a generation was started with. Throws when it is not a look. */
export async function getLook(db: Db, styleId: string, version: number): Promise<Look> {
  const [row] = await db
    .select({ recipe: styleVersion.studioRecipe, prompt: styleVersion.prompt })
    .from(styleVersion)
    .where(and(eq(styleVersion.styleId, styleId), eq(styleVersion.version, version)));
  if (!row) throw new Error(`There is no version ${version} of the style ${styleId}.`);
  return { recipe: studioRecipeSchema.parse(row.recipe), prompt: row.prompt };
}
