'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { buttonClass } from '@/components/ui/button-class';
import { cn } from '@/components/ui/cn';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { GenerationDetail } from '@/features/generation/generation-types';
import type { Texts } from '@/texts/make-texts';
import { FORMATS, type Format, SIZES, type Size } from '../download-types';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

/** What a file is asked for as. */
export type FileWish = { format: Format; size: Size };

const FORMAT_NAMES: Record<Format, string> = { jpeg: 'JPEG', png: 'PNG', webp: 'WebP' };

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
  const texts = useTexts();
  const { t } = texts;
  return (
    <PanelSection title={t('headshots.client.download.title')}>
      <div className="grid gap-2">
        <SegmentedControl
          label={t('headshots.client.download.format')}
          name="format"
          wide
          value={wish.format}
          onValueChange={(value) => onWish({ ...wish, format: value as Format })}
          options={FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
        />
        <SegmentedControl
          label={t('headshots.client.download.size')}
          name="size"
          wide
          value={wish.size}
          onValueChange={(value) => onWish({ ...wish, size: value as Size })}
          options={SIZES.map((value) => ({ value, label: t(`headshots.client.download.sizes.${value}`) }))}
        />
      </div>
      <p className="mt-2 text-12 text-ink-2">{describe(wish.size, picture, texts)}</p>
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
          {t('headshots.client.download.all', { count })}
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
  const { t } = useTexts();
  return (
    <a
      href={pictureUrl(slug, generationId, wish, picture.id)}
      download
      className={buttonClass('key', 'big', cn('w-full', className))}
    >
      {t('headshots.client.download.picture', { number: picture.number })}
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

function describe(size: Size, picture: ShownPicture, { t }: Texts): string {
  const [width, height] = [picture.width ?? 0, picture.height ?? 0];
  if (size === 'original') return t('headshots.client.download.asMade', { width, height });
  if (size === 'avatar') return t('headshots.client.download.avatar');
  const scale = Math.min(1, Number(size) / Math.max(width, height));
  return t('headshots.client.download.scaled', {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
}

/** Why the mark is there and what takes it away: also from the pictures that are made already. */
function MarkNote({ slug, mayBuy }: { slug: string; mayBuy: boolean }) {
  const { t } = useTexts();
  return (
    <p className="mt-3 text-12 text-ink-2">
      {t('headshots.client.download.mark')}{' '}
      {mayBuy && (
        <Link
          href={`/teams/${slug}/credits/buy`}
          className="font-medium text-ink underline underline-offset-2"
        >
          {t('headshots.client.download.buy')}
        </Link>
      )}
    </p>
  );
}
