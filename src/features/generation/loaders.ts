import { notFound } from 'next/navigation';
import { cache } from 'react';
import { vapidKeys } from '@/adapters/push/vapid';
import { requireTeamPage } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { env } from '@/env';
import { getEntitlements } from '@/features/billing/entitlements';
import type { Quality } from '@/features/billing/price-list';
import { servedFirst } from '@/features/billing/tier-rules';
import { findMyWallet, findPool, listCreditGivers } from '@/features/credits/queries';
import { keptUntil } from '@/features/privacy/keep-rules';
import { loadPhotoStep, type PhotoStepData } from '@/features/uploads/loaders';
import { isAppError } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import type { Texts } from '@/texts/make-texts';
import { pageTexts } from '@/texts/page-texts';
import { activeEngine, drawsAnew, findEngineFor } from './engines/active';
import { type Band, bandOf } from './eta';
import type { GenerationDetail, GenerationProgress, GenerationSummary } from './generation-types';
import { getGeneration, getGenerationProgress } from './queries';
import { isOver } from './rules';
import { listRecentRuns } from './speed-queries';
import type { AskedEngine } from './style-queries';
import { getTeamConfig, type TeamConfig } from './team-config';

export type ShownGeneration = {
  team: string;
  slug: string;
  detail: GenerationDetail;
  /** While it runs; null when it has ended. */
  progress: GenerationProgress | null;
  /** While it waits: who goes first, a sentence; null when nobody does. */
  behind: string | null;
  /** Whether the person can buy for the team. */
  mayBuy: boolean;
  /** What push services know us by, for a device that wants to be told; null where nothing is pushed. */
  pushKey: string | null;
};

/** One of the person's own generations; the not-found page for any other. Read once a request, for layout, title and page. */
export const loadGeneration = cache(async (slug: string, id: string): Promise<ShownGeneration> => {
  const ctx = await requireTeamPage(slug);
  try {
    const detail = await getGeneration(ctx, id);
    const progress = isOver(detail.status) ? null : await getGenerationProgress(ctx, id);
    const mayBuy = roleMay(ctx.actor.role, 'billing:buy');
    const behind =
      detail.status === 'queued'
        ? servedFirst((await getEntitlements(ctx, new Date())).tier, await pageTexts())
        : null;
    const pushKey = progress ? (vapidKeys()?.publicKey ?? null) : null;
    return { team: ctx.team.id, slug: ctx.team.slug, detail, progress, behind, mayBuy, pushKey };
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
});

export type NewHeadshots = {
  team: string;
  slug: string;
  config: TeamConfig;
  /** When pictures made now would be deleted; null: kept as long as the team has Pro. */
  keptUntil: string | null;
  /** Credits that can be spent. */
  free: number;
  /** Whose wallet that is. */
  memberId: string;
  /** Credits in the pool, for those who may give them, to themselves too; null for everybody else. */
  pool: number | null;
  /** Seconds for 1, 2, 3 and 4 pictures of each quality. */
  usual: Partial<Record<Quality, Band[]>>;
  photos: PhotoStepData;
  mayBuy: boolean;
  helpers: string[];
  /** Where words of the chat are read, a sentence. */
  chatPrivacy: string;
  /** The generation whose options are filled in; null: none was asked for, or it is not there. */
  again: Again | null;
  /** The studio's finish is asked for, where pictures are drawn anew otherwise. */
  engine: AskedEngine;
};

export type Again = Pick<
  GenerationSummary,
  'aspect' | 'quality' | 'variations' | 'preferences' | 'createdAt'
> & {
  style: { id: string; name: string };
};

/** Where words of the chat are read, a sentence. */
export function loadChatPrivacy({ t }: Texts): string {
  return t(env().OPENAI_API_KEY ? 'generation.chat.privacy.openai' : 'generation.chat.privacy.here');
}

/**
 * What the page for new headshots shows beside the photos. `from` names one of the person's generations to be made again, `by` may be
 * the studio.
 */
export async function loadNewHeadshots(
  slug: string,
  { from, by }: { from?: string | undefined; by?: string | undefined },
): Promise<NewHeadshots> {
  const ctx = await requireTeamPage(slug);
  const now = new Date();
  const texts = await pageTexts();
  const engine = by === 'studio' && drawsAnew() ? by : undefined;
  const mayGive = roleMay(ctx.actor.role, 'credits:allocate');
  const [config, wallet, pool, helpers, photos, usual, again] = await Promise.all([
    getTeamConfig(ctx, now, texts, engine),
    findMyWallet(ctx),
    mayGive ? findPool(ctx) : null,
    listCreditGivers(ctx),
    loadPhotoStep(ctx),
    loadUsual(ctx, engine),
    from ? findAgain(ctx, from) : null,
  ]);
  return {
    team: ctx.team.id,
    slug: ctx.team.slug,
    config,
    keptUntil:
      keptUntil({ finishedAt: now, warnedAt: null }, config.delivery.pictureDays, now)?.toISOString() ?? null,
    free: wallet.free,
    memberId: wallet.memberId,
    pool,
    usual,
    photos,
    mayBuy: roleMay(ctx.actor.role, 'billing:buy'),
    helpers: helpers.map(({ name }) => name),
    chatPrivacy: loadChatPrivacy(texts),
    again,
    engine,
  };
}

async function findAgain(ctx: TeamCtx, id: string): Promise<Again | null> {
  try {
    const { style, aspect, quality, variations, preferences, createdAt } = await getGeneration(ctx, id);
    return { style, aspect, quality, variations, preferences, createdAt };
  } catch (error) {
    if (isAppError(error, 'not_found')) return null;
    throw error;
  }
}

async function loadUsual(ctx: TeamCtx, asked: AskedEngine): Promise<Partial<Record<Quality, Band[]>>> {
  const { name, capabilities } = (asked && findEngineFor({ engine: asked })) ?? activeEngine();
  const usual = capabilities.qualities.map(async (quality) => {
    const runs = await listRecentRuns(ctx.db, name, quality);
    return [quality, [1, 2, 3, 4].map((pictures) => bandOf(name, runs, pictures))] as const;
  });
  return Object.fromEntries(await Promise.all(usual));
}
