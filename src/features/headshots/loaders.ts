import { requireTeamPage } from '@/auth/page';
import { type ListGenerationsInput, listGenerationsInput } from '@/features/generation/input';
import { type GenerationPage, listGenerations } from '@/features/generation/queries';
import { listMyStyles } from '@/features/generation/style-queries';
import { previewReturn } from './preview-return';
import type { ReturnPreview } from './verdict-rules';

export type HeadshotList = GenerationPage & {
  team: string;
  slug: string;
  filters: Pick<ListGenerationsInput, 'style' | 'favourite' | 'cursor'>;
  /** The styles to filter by: those of the person's own headshots. */
  styles: { id: string; name: string }[];
};

type Search = Record<string, string | string[] | undefined>;

/** The person's generations, newest first. A filter that makes no sense is left out, so that an old link still works. */
export async function loadHeadshots(slug: string, search: Search): Promise<HeadshotList> {
  const ctx = await requireTeamPage(slug);
  const { style, favourite, cursor } = search;
  const asked = listGenerationsInput.safeParse({ style, favourite, cursor, limit: 12 });
  const filters = asked.success ? asked.data : listGenerationsInput.parse({ limit: 12 });
  const [page, styles] = await Promise.all([listGenerations(ctx, filters), listMyStyles(ctx)]);
  return { ...page, team: ctx.team.id, slug: ctx.team.slug, filters, styles };
}

/** What the result page shows around the pictures of a generation. */
export type ResultFrame = {
  /** What "not me" would do now; null while it runs and when it has no pictures. */
  returns: ReturnPreview | null;
  /** Whose pictures they are, and of which team, as others will see them. */
  person: { name: string; email: string };
  team: string;
};

export async function loadResultFrame(slug: string, generationId: string): Promise<ResultFrame> {
  const ctx = await requireTeamPage(slug);
  const { name, email } = ctx.user;
  return { returns: await previewReturn(ctx, generationId), person: { name, email }, team: ctx.team.name };
}
