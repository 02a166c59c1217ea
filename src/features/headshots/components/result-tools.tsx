'use client';

import { Download, RotateCcw, ShieldCheck, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button, ButtonLink, buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { GenerationDetail } from '@/features/generation/generation-types';
import { chipsOf } from '@/features/generation/preferences/label-rules';
import { formatCredits } from '@/lib/money';
import { deleteAction } from '../actions';
import { FORMATS, type Format } from '../input';
import type { ShownPicture } from './result-view';

type Props = {
  slug: string;
  detail: GenerationDetail;
  mayBuy: boolean;
  picture: ShownPicture;
  /** Pictures that are there. */
  count: number;
  format: Format;
  onFormat: (format: Format) => void;
};

const NAMES: Record<Format, string> = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP' };

/** What can be done with the chosen picture, and what the generation was and cost. */
export function ResultTools({ slug, detail, mayBuy, picture, count, format, onFormat }: Props) {
  const download = `/api/teams/${slug}/headshots/${detail.id}/download`;
  const { credits, style, aspect, watermark, preferences } = detail;
  const wishes = chipsOf(preferences, []);
  return (
    <aside
      aria-label="Picture"
      className="divide-y rounded-card border bg-card max-xl:col-start-2 phone:order-3 phone:col-start-1"
    >
      <Section title="Download">
        <SegmentedControl
          label="Format"
          name="format"
          wide
          value={format}
          onValueChange={(value) => onFormat(value as Format)}
          options={FORMATS.map((value) => ({ value, label: NAMES[value] }))}
        />
        <DownloadPicture
          slug={slug}
          generationId={detail.id}
          picture={picture}
          format={format}
          className="mt-3 phone:hidden"
        />
        {count > 1 && (
          <a
            href={`${download}?format=${format}`}
            download
            className={buttonClass('default', 'md', 'mt-2 w-full')}
          >
            <Download className="size-4" aria-hidden="true" />
            All {count} as a ZIP
          </a>
        )}
        {watermark && <MarkNote slug={slug} mayBuy={mayBuy} />}
      </Section>
      <Section title="This generation">
        <dl className="grid grid-cols-[1fr_auto] gap-y-2 [&_dd]:text-right [&_dt]:text-ink-2">
          <dt>Style and shape</dt>
          <dd>
            {style.name}, {aspect}
          </dd>
          {wishes.length > 0 && (
            <>
              <dt>Wishes</dt>
              <dd>{wishes.map(({ label }) => label).join(', ')}</dd>
            </>
          )}
          <dt>Size</dt>
          <dd>
            {picture.width} × {picture.height} px
          </dd>
          <dt>Charged</dt>
          <dd>{formatCredits((credits.charged ?? 0) - credits.refunded)}</dd>
          <dt>Came back</dt>
          <dd>{formatCredits((credits.released ?? 0) + credits.refunded)}</dd>
        </dl>
        <ButtonLink href={`/teams/${slug}/headshots/new`} className="mt-4 w-full">
          <RotateCcw className="size-4" aria-hidden="true" />
          Make more
        </ButtonLink>
      </Section>
      <Section title="Delete">
        <div className="flex flex-wrap gap-2">
          <DeletePicture slug={slug} picture={picture} only={count === 1} />
          {count > 1 && <DeleteAll slug={slug} generationId={detail.id} count={count} />}
        </div>
      </Section>
      <p className="flex gap-2 px-5 py-3 text-12 text-ink-2">
        <ShieldCheck className="mt-px size-4 flex-none" aria-hidden="true" />
        <span>
          Marked in the file as {detail.engine === 'studio' ? 'finished by software' : 'made by AI'}. Kept{' '}
          <KeptTime detail={detail} />.
        </span>
      </p>
    </aside>
  );
}

function KeptTime({ detail: { keptUntil, proUntil } }: { detail: GenerationDetail }) {
  if (keptUntil)
    return (
      <>
        until <Time value={keptUntil} style="date" />
      </>
    );
  return (
    <>
      as long as your team has Pro
      {proUntil && (
        <>
          , until <Time value={proUntil} style="date-year" />
        </>
      )}
    </>
  );
}

/** Why the mark is there and what takes it away: also from the pictures that are made already. */
function MarkNote({ slug, mayBuy }: { slug: string; mayBuy: boolean }) {
  return (
    <p className="mt-3 text-12 text-ink-2">
      With a small headcraft mark until your team buys credits; these pictures lose it then too.{' '}
      {mayBuy && (
        <Link
          href={`/teams/${slug}/credits/buy`}
          className="font-medium text-ink underline underline-offset-2"
        >
          Buy credits
        </Link>
      )}
    </p>
  );
}

type DownloadProps = {
  slug: string;
  generationId: string;
  picture: ShownPicture;
  format: Format;
  className?: string;
};

/** The primary action: the chosen picture as a file. */
export function DownloadPicture({ slug, generationId, picture, format, className }: DownloadProps) {
  return (
    <a
      href={`/api/teams/${slug}/headshots/${generationId}/download?picture=${picture.id}&format=${format}`}
      download
      className={buttonClass('key', 'big', cn('w-full', className))}
    >
      Download picture {picture.number}
    </a>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="px-5 py-4">
      <h2 className="mb-2.5 font-medium">{title}</h2>
      {children}
    </section>
  );
}

const FOR_GOOD = 'It disappears now and its files are deleted within 15 minutes. This cannot be undone.';

function DeletePicture({ slug, picture, only }: { slug: string; picture: ShownPicture; only: boolean }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger">
          <Trash2 className="size-4" aria-hidden="true" />
          Picture {picture.number}
        </Button>
      }
      title={`Delete picture ${picture.number}?`}
      description={FOR_GOOD}
      confirmLabel="Delete picture"
      onConfirm={async () => {
        const result = await deleteAction(slug, { pictureId: picture.id });
        if (!result.ok) return { error: result.message };
        toast.success(`Picture ${picture.number} deleted.`);
        if (only) router.push(`/teams/${slug}/headshots`);
        return undefined;
      }}
    />
  );
}

function DeleteAll({ slug, generationId, count }: { slug: string; generationId: string; count: number }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">All {count}</Button>}
      title={`Delete all ${count} pictures?`}
      description="They disappear now and their files are deleted within 15 minutes. This cannot be undone."
      confirmLabel={`Delete ${count} pictures`}
      onConfirm={async () => {
        const result = await deleteAction(slug, { generationId });
        if (!result.ok) return { error: result.message };
        toast.success(`${count} pictures deleted.`);
        router.push(`/teams/${slug}/headshots`);
        return undefined;
      }}
    />
  );
}
