import { notFound } from 'next/navigation';
import { requireTeamPage } from '@/auth/page';
import type { Aspect } from '@/features/generation/input';
import { loadGeneration } from '@/features/generation/loaders';
import { listBackdrops } from './backdrops/backdrop-queries';
import type { BackdropView } from './backdrops/backdrop-types';
import type { StyleBackdrop, VersionList } from './edit-types';
import { listStyleBackdrops } from './style-backdrops';
import { listVersions } from './version-queries';

export type EditorData = {
  slug: string;
  generationId: string;
  style: string;
  createdAt: string;
  picture: { id: string; number: number };
  /** Of the picture as it was made. */
  aspect: Aspect;
  versions: VersionList;
  styles: StyleBackdrop[];
  /** The member's own. */
  backdrops: BackdropView[];
};

/** What the editor starts from; the not-found page for a picture that is not there or not theirs. */
export async function loadEditor(slug: string, id: string, number: number | undefined): Promise<EditorData> {
  const [ctx, { detail }] = await Promise.all([requireTeamPage(slug), loadGeneration(slug, id)]);
  const there = detail.pictures.filter(({ url }) => url !== null);
  const picture = number === undefined ? there[0] : there.find((one) => one.number === number);
  if (!picture) notFound();
  const [versions, styles, backdrops] = await Promise.all([
    listVersions(ctx, { generationId: detail.id, pictureId: picture.id }),
    listStyleBackdrops(ctx.db),
    listBackdrops(ctx),
  ]);
  return {
    slug: ctx.team.slug,
    generationId: detail.id,
    style: detail.style.name,
    createdAt: detail.createdAt,
    picture: { id: picture.id, number: picture.number },
    aspect: detail.aspect,
    versions,
    styles,
    backdrops,
  };
}
