import { Plus } from 'lucide-react';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import type { HeadshotList } from '../loaders';
import { ChosenBar } from './chosen-bar';
import { GalleryFilters } from './gallery-filters';
import { GalleryKeys } from './gallery-keys';
import { GenerationRow } from './generation-row';
import { SelectionProvider } from './selection';

/** A person's own headshots, newest first. Nobody else has this page. */
export function HeadshotGallery({ list }: { list: HeadshotList }) {
  const { slug, generations, filters, cursor, nextCursor } = list;
  const filtered = Object.keys(filters).length > 0 || cursor !== undefined;
  const shown = generations.flatMap(({ pictures }) => pictures.filter(({ url }) => url).map(({ id }) => id));
  const empty = generations.length === 0;
  return (
    <>
      <LiveRefresh team={slug} types={['generation.progress', 'generation.finished', 'picture.changed']} />
      <PageHead
        title="Headshots"
        actions={
          (!empty || filtered) && (
            <ButtonLink variant="key" href={`/teams/${slug}/headshots/new`}>
              <Plus className="size-4" aria-hidden="true" />
              New headshots
            </ButtonLink>
          )
        }
      >
        Only you see these.
      </PageHead>
      {(!empty || filtered) && <GalleryFilters list={list} />}
      {empty && (filtered ? <NothingFound slug={slug} /> : <FirstStep slug={slug} />)}
      <SelectionProvider shown={shown}>
        <GalleryKeys>
          {generations.map((generation) => (
            <GenerationRow key={generation.id} slug={slug} generation={generation} />
          ))}
        </GalleryKeys>
        <Pagination
          newerHref={cursor ? href(list, undefined) : undefined}
          newerLabel="Newest"
          olderHref={nextCursor ? href(list, nextCursor) : undefined}
        />
        <ChosenBar slug={slug} />
      </SelectionProvider>
    </>
  );
}

function FirstStep({ slug }: { slug: string }) {
  return (
    <EmptyState
      light
      drawing={<EmptyPicture />}
      title="No headshots yet"
      action={
        <ButtonLink variant="key" href={`/teams/${slug}/headshots/new`}>
          Make your first headshots
        </ButtonLink>
      }
    >
      You need 6–14 selfies and about five minutes. Pictures that do not look like you are not charged.
    </EmptyState>
  );
}

function NothingFound({ slug }: { slug: string }) {
  return (
    <EmptyState
      title="Nothing here with this filter"
      action={<ButtonLink href={`/teams/${slug}/headshots`}>Show all</ButtonLink>}
    />
  );
}

/** The same filters, at another page of the list. */
function href({ slug, filters }: HeadshotList, cursor: string | undefined): string {
  const query = new URLSearchParams(
    Object.entries({ ...filters, cursor }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `/teams/${slug}/headshots?${query}` : `/teams/${slug}/headshots`;
}
