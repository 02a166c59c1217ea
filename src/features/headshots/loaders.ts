import { z } from 'zod';
import { requireTeamPage } from '@/auth/page';
import { type ListGenerationsInput, listGenerationsInput } from '@/features/generation/input';
import { type GenerationPage, listGenerations } from '@/features/generation/queries';
import { listMyStyles } from '@/features/generation/style-queries';
import { DAY, plus } from '@/lib/time';
import { readCursor } from '@/lib/time-cursor';
import { listLinks } from './links/link-queries';
import type { LinkView } from './links/link-types';
import { previewReturn } from './preview-return';
import type { ReturnPreview } from './verdict-rules';

/** As they stand in the page's address; days are in UTC, both included. */
export type GalleryFilters = {
  style?: string | undefined;
  status?: ListGenerationsInput['status'];
  favourite?: 'true' | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export type HeadshotList = GenerationPage & {
  team: string;
  slug: string;
  filters: GalleryFilters;
  cursor: string | undefined;
  /** The styles to filter by: those of the person's own headshots. */
  styles: { id: string; name: string }[];
};

type Search = Record<string, string | string[] | undefined>;

const PAGE = 12;
const day = z.iso.date();

/** The person's generations, newest first. A filter that makes no sense is left out, so that an old link still works. */
export async function loadHeadshots(slug: string, search: Search): Promise<HeadshotList> {
  const ctx = await requireTeamPage(slug);
  const filters = readFilters(search);
  const { from, to, ...rest } = filters;
  const asked = listGenerationsInput.safeParse({
    ...rest,
    cursor: readCursor(search.cursor),
    from: from && `${from}T00:00:00Z`,
    to: to && plus(new Date(`${to}T00:00:00Z`), DAY).toISOString(),
    limit: PAGE,
  });
  const query = asked.success ? asked.data : listGenerationsInput.parse({ limit: PAGE });
  const [page, styles] = await Promise.all([listGenerations(ctx, query), listMyStyles(ctx)]);
  return { ...page, team: ctx.team.id, slug: ctx.team.slug, filters, cursor: query.cursor, styles };
}

function readFilters(search: Search): GalleryFilters {
  const { style, status } = listGenerationsInput.shape;
  const read = <T>(schema: z.ZodType<T>, value: unknown) => schema.safeParse(value || undefined).data;
  const found = {
    style: read(style, search.style),
    status: read(status, search.status),
    favourite: search.favourite === 'true' ? ('true' as const) : undefined,
    from: read(day, search.from),
    to: read(day, search.to),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** What the result page shows around the pictures of a generation. */
export type ResultFrame = {
  /** What "not me" would do now; null while it runs and when it has no pictures. */
  returns: ReturnPreview | null;
  /** Whose pictures they are, and of which team, as others will see them. */
  person: { name: string; email: string };
  team: string;
  /** With which others see them, by the picture's id. */
  links: Record<string, LinkView>;
};

export async function loadResultFrame(slug: string, generationId: string): Promise<ResultFrame> {
  const ctx = await requireTeamPage(slug);
  const { name, email } = ctx.user;
  const [returns, links] = await Promise.all([
    previewReturn(ctx, generationId),
    listLinks(ctx, generationId),
  ]);
  return { returns, links, person: { name, email }, team: ctx.team.name };
}
