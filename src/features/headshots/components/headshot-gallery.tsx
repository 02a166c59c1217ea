import { Plus } from 'lucide-react';
import { useTexts } from '#use-texts';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { PhoneFold } from '@/components/ui/phone-fold';
import type { HeadshotList } from '../loaders';
import { ChosenBar } from './chosen-bar';
import { GalleryFilters } from './gallery-filters';
import { GalleryKeys } from './gallery-keys';
import { GenerationRow } from './generation-row';
import { SelectionProvider } from './selection';

/** A person's own headshots, newest first. Nobody else has this page. */
export function HeadshotGallery({ list }: { list: HeadshotList }) {
  const { t } = useTexts();
  const { slug, generations, filters, cursor, nextCursor } = list;
  const filtered = Object.keys(filters).length > 0 || cursor !== undefined;
  const shown = generations.flatMap(({ pictures }) => pictures.filter(({ url }) => url).map(({ id }) => id));
  const empty = generations.length === 0;
  return (
    <>
      <LiveRefresh team={slug} types={['generation.progress', 'generation.finished', 'picture.changed']} />
      <PageHead
        title={t('headshots.title')}
        actions={
          (!empty || filtered) && (
            <ButtonLink variant="key" href={`/teams/${slug}/headshots/new`}>
              <Plus className="size-4" aria-hidden="true" />
              {t('headshots.list.new')}
            </ButtonLink>
          )
        }
      >
        {t('headshots.list.lead')}
      </PageHead>
      {(!empty || filtered) && (
        <PhoneFold
          label={t('ui.client.filter.title')}
          open={Object.keys(filters).length > 0}
          className="mb-6"
        >
          <GalleryFilters list={list} />
        </PhoneFold>
      )}
      {empty && (filtered ? <NothingFound slug={slug} /> : <FirstStep slug={slug} />)}
      <SelectionProvider shown={shown}>
        <GalleryKeys>
          {generations.map((generation) => (
            <GenerationRow key={generation.id} slug={slug} generation={generation} />
          ))}
        </GalleryKeys>
        <Pagination
          newerHref={cursor ? href(list, undefined) : undefined}
          newerLabel={t('headshots.list.newest')}
          olderHref={nextCursor ? href(list, nextCursor) : undefined}
        />
        <ChosenBar slug={slug} />
      </SelectionProvider>
    </>
  );
}

function FirstStep({ slug }: { slug: string }) {
  const { t } = useTexts();
  return (
    <EmptyState
      light
      drawing={<EmptyPicture />}
      title={t('headshots.list.emptyTitle')}
      action={
        <ButtonLink variant="key" href={`/teams/${slug}/headshots/new`}>
          {t('headshots.list.emptyAction')}
        </ButtonLink>
      }
    >
      {t('headshots.list.emptyBody')}
    </EmptyState>
  );
}

function NothingFound({ slug }: { slug: string }) {
  const { t } = useTexts();
  return (
    <EmptyState
      title={t('headshots.list.nothingFound')}
      action={<ButtonLink href={`/teams/${slug}/headshots`}>{t('headshots.list.showAll')}</ButtonLink>}
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
