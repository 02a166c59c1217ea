import { CircleX } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Badge } from '@/components/ui/badge';
import { ProgressLine } from '@/components/ui/progress-line';
import { Time } from '@/components/ui/time';
import type { GenerationSummary } from '@/features/generation/generation-types';
import { GalleryPicture } from './gallery-picture';

/** One generation in the gallery: what it was, what became of it, its pictures. */
export function GenerationRow({ slug, generation }: { slug: string; generation: GenerationSummary }) {
  const { t } = useTexts();
  const { id, style, status, createdAt, pictures, aspect, progress } = generation;
  const href = `/teams/${slug}/headshots/${id}`;
  const shown = pictures.filter((picture) => picture.thumbnailUrl);
  const running = status === 'queued' || status === 'processing';
  return (
    <article aria-labelledby={id} className="border-t py-6 first:border-t-0 first:pt-0">
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="font-semibold text-16">
          <Link href={href} className="hover:underline">
            {style.name}
          </Link>
          <span className="ml-2 font-normal text-14 text-ink-2">
            <Time value={createdAt} style="date-time" />
          </span>
        </h2>
        <span className="text-ink-2">
          <Outcome generation={generation} />
        </span>
      </header>
      {running && (
        <Link href={href} className="block max-w-form rounded-card border bg-card p-4 hover:border-edge">
          <p className="mb-3 font-medium">
            {status === 'queued'
              ? t('headshots.row.waiting')
              : t('headshots.row.making', { count: generation.variations })}
          </p>
          <ProgressLine
            value={progress}
            label={t('headshots.row.progress', { style: style.name, progress })}
          />
        </Link>
      )}
      {shown.length > 0 && (
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
          {shown.map((picture) => (
            <GalleryPicture
              key={picture.id}
              href={href}
              picture={picture}
              aspect={aspect}
              name={style.name}
            />
          ))}
        </ul>
      )}
    </article>
  );
}

function Outcome({ generation }: { generation: GenerationSummary }) {
  const { t, rich } = useTexts();
  const { status, credits, accepted, variations, keptUntil } = generation;
  if (status === 'queued') return <Badge>{t('headshots.row.queued')}</Badge>;
  if (status === 'processing')
    return <Badge tone="key">{t('headshots.row.percent', { progress: generation.progress })}</Badge>;
  if (status === 'completed') {
    const values = { accepted, variations, credits: (credits.charged ?? 0) - credits.refunded };
    if (!keptUntil) return t('headshots.row.accepted', values);
    return rich('headshots.row.acceptedKept', {
      ...values,
      when: () => <Time value={keptUntil} style="date" />,
    });
  }
  return (
    <span className="inline-flex items-center gap-1.5">
      <CircleX className="size-4" aria-hidden="true" />
      {t(status === 'failed' ? 'headshots.row.failed' : 'headshots.row.stopped')}
    </span>
  );
}
