'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { GenerationDetail } from '@/features/generation/generation-types';
import { FORMATS, type Format, SIZES, type Size } from '../input';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

/** What a file is asked for as. */
export type FileWish = { format: Format; size: Size };

const FORMAT_NAMES: Record<Format, string> = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP' };
const SIZE_NAMES: Record<Size, string> = { original: 'Full', '1024': '1024', '512': '512', avatar: 'Avatar' };

type Props = {
  slug: string;
  detail: GenerationDetail;
  mayBuy: boolean;
  picture: ShownPicture;
  /** Pictures that are there. */
  count: number;
  wish: FileWish;
  onWish: (wish: FileWish) => void;
};

/** The chosen picture, or all of them, in the wanted format and size. */
export function DownloadSection({ slug, detail, mayBuy, picture, count, wish, onWish }: Props) {
  return (
    <PanelSection title="Download">
      <div className="grid gap-2">
        <SegmentedControl
          label="Format"
          name="format"
          wide
          value={wish.format}
          onValueChange={(value) => onWish({ ...wish, format: value as Format })}
          options={FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
        />
        <SegmentedControl
          label="Size"
          name="size"
          wide
          value={wish.size}
          onValueChange={(value) => onWish({ ...wish, size: value as Size })}
          options={SIZES.map((value) => ({ value, label: SIZE_NAMES[value] }))}
        />
      </div>
      <p className="mt-2 text-12 text-ink-2">{describe(wish.size, picture)}</p>
      <DownloadPicture
        slug={slug}
        generationId={detail.id}
        picture={picture}
        wish={wish}
        className="mt-3 phone:hidden"
      />
      {count > 1 && (
        <a
          href={fileUrl(slug, detail.id, wish)}
          download
          className={buttonClass('default', 'md', 'mt-2 w-full')}
        >
          <Download className="size-4" aria-hidden="true" />
          All {count} as a ZIP
        </a>
      )}
      {detail.watermark && <MarkNote slug={slug} mayBuy={mayBuy} />}
    </PanelSection>
  );
}

type DownloadProps = {
  slug: string;
  generationId: string;
  picture: ShownPicture;
  wish: FileWish;
  className?: string;
};

/** The primary action: the chosen picture as a file. */
export function DownloadPicture({ slug, generationId, picture, wish, className }: DownloadProps) {
  return (
    <a
      href={pictureUrl(slug, generationId, wish, picture.id)}
      download
      className={buttonClass('key', 'big', cn('w-full', className))}
    >
      Download picture {picture.number}
    </a>
  );
}

/** The chosen picture alone. */
export function pictureUrl(slug: string, generationId: string, wish: FileWish, pictureId: string): string {
  return `${fileUrl(slug, generationId, wish)}&picture=${pictureId}`;
}

function fileUrl(slug: string, generationId: string, { format, size }: FileWish): string {
  return `/api/teams/${slug}/headshots/${generationId}/download?format=${format}&size=${size}`;
}

function describe(size: Size, { width, height }: ShownPicture): string {
  const [w, h] = [width ?? 0, height ?? 0];
  if (size === 'original') return `${w} × ${h} px, as it was made.`;
  if (size === 'avatar') return '256 × 256 px, a square around the face.';
  const scale = Math.min(1, Number(size) / Math.max(w, h));
  return `${Math.round(w * scale)} × ${Math.round(h * scale)} px.`;
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
