import { Plus } from 'lucide-react';
import Link from 'next/link';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import type { HeadshotList } from '../loaders';
import { GenerationRow } from './generation-row';

/** A person's own headshots, newest first. Nobody else has this page. */
export function HeadshotGallery({ list }: { list: HeadshotList }) {
  const { slug, generations, filters, nextCursor } = list;
  const filtered = Boolean(filters.style || filters.favourite || filters.cursor);
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
      {(!empty || filtered) && <Filters list={list} />}
      {empty && (filtered ? <NothingFound slug={slug} /> : <FirstStep slug={slug} />)}
      <div>
        {generations.map((generation) => (
          <GenerationRow key={generation.id} slug={slug} generation={generation} />
        ))}
      </div>
      <Pagination
        newerHref={filters.cursor ? href(list, { cursor: undefined }) : undefined}
        newerLabel="Newest"
        olderHref={nextCursor ? href(list, { cursor: nextCursor }) : undefined}
      />
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

function Filters({ list }: { list: HeadshotList }) {
  const { filters, styles } = list;
  const all = !filters.style && !filters.favourite;
  // One style is the same as all.
  const offered = styles.length > 1 || filters.style ? styles : [];
  return (
    <nav aria-label="Filter" className="mb-6 flex flex-wrap gap-2">
      <FilterLink href={href(list, { style: undefined, favourite: undefined })} on={all}>
        All
      </FilterLink>
      <FilterLink href={href(list, { style: undefined, favourite: 'true' })} on={filters.favourite}>
        Favourites
      </FilterLink>
      {offered.map(({ id, name }) => (
        <FilterLink key={id} href={href(list, { style: id, favourite: undefined })} on={filters.style === id}>
          {name}
        </FilterLink>
      ))}
    </nav>
  );
}

function FilterLink({ href: to, on, children }: { href: string; on: boolean; children: string }) {
  return (
    <Link
      href={to}
      aria-current={on ? 'true' : undefined}
      className={cn(
        'inline-flex h-8 items-center rounded-full border px-3 font-medium text-ink-2 hover:border-edge pointer-coarse:h-11',
        on && 'border-ink bg-card text-ink',
      )}
    >
      {children}
    </Link>
  );
}

/** The list with some of its filters changed; a changed filter starts at the newest. */
function href(
  { slug, filters }: HeadshotList,
  change: { style?: string | undefined; favourite?: string | undefined; cursor?: string | undefined },
): string {
  const query = new URLSearchParams();
  const next = {
    style: filters.style,
    favourite: filters.favourite ? 'true' : undefined,
    ...('cursor' in change ? {} : { cursor: undefined }),
    ...change,
  };
  for (const [name, value] of Object.entries(next)) if (value) query.set(name, value);
  return query.size > 0 ? `/teams/${slug}/headshots?${query}` : `/teams/${slug}/headshots`;
}
