import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireTeamPage } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { findMyWallet, listCreditGivers } from '@/features/credits/queries';
import { loadPhotoStep, type PhotoStepData } from '@/features/uploads/loaders';
import { isAppError } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import { type GenerationConfig, getGenerationConfig } from './config';
import { activeEngine } from './engines/active';
import { type Band, bandOf } from './eta';
import type { GenerationDetail, GenerationProgress } from './generation-types';
import { getGeneration, getGenerationProgress } from './queries';
import { isOver } from './rules';
import { listRecentRuns } from './speed-queries';

export type ShownGeneration = {
  team: string;
  slug: string;
  detail: GenerationDetail;
  /** While it runs; null when it has ended. */
  progress: GenerationProgress | null;
};

/** One of the person's own generations; the not-found page for any other. Read once a request, for layout, title and page. */
export const loadGeneration = cache(async (slug: string, id: string): Promise<ShownGeneration> => {
  const ctx = await requireTeamPage(slug);
  try {
    const detail = await getGeneration(ctx, id);
    const progress = isOver(detail.status) ? null : await getGenerationProgress(ctx, id);
    return { team: ctx.team.id, slug: ctx.team.slug, detail, progress };
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
});

export type NewHeadshots = {
  team: string;
  slug: string;
  config: GenerationConfig;
  /** Credits that can be spent. */
  free: number;
  /** Seconds for 1, 2, 3 and 4 pictures. */
  usual: Band[];
  photos: PhotoStepData;
  mayBuy: boolean;
  helpers: string[];
};

/** What the page for new headshots shows beside the photos. */
export async function loadNewHeadshots(slug: string): Promise<NewHeadshots> {
  const ctx = await requireTeamPage(slug);
  const [config, wallet, helpers, photos, usual] = await Promise.all([
    getGenerationConfig(ctx.db),
    findMyWallet(ctx),
    listCreditGivers(ctx),
    loadPhotoStep(ctx),
    loadUsual(ctx),
  ]);
  return {
    team: ctx.team.id,
    slug: ctx.team.slug,
    config,
    free: wallet.free,
    usual,
    photos,
    mayBuy: roleMay(ctx.actor.role, 'billing:buy'),
    helpers: helpers.map(({ name }) => name),
  };
}

async function loadUsual(ctx: TeamCtx): Promise<Band[]> {
  const runs = await listRecentRuns(ctx.db, activeEngine().name, 'standard');
  return [1, 2, 3, 4].map((pictures) => bandOf(runs, pictures));
}
