'use client';

import { useState } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import type { GenerationDetail, PictureView } from '@/features/generation/generation-types';
import type { Format } from '../input';
import type { ReturnPreview } from '../verdict-rules';
import { FilmStrip } from './film-strip';
import { PictureStage } from './picture-stage';
import { DownloadPicture, ResultTools } from './result-tools';

type Props = {
  slug: string;
  detail: GenerationDetail;
  mayBuy: boolean;
  /** What "not me" would do now. */
  returns: ReturnPreview | null;
  /** The picture a link asked for, 1–4. */
  picture?: number | undefined;
};

/** A finished generation: its pictures, the chosen one beside the selfie it is made of, and what can be done with it. */
export function ResultView({ slug, detail, mayBuy, returns, picture }: Props) {
  const shown = detail.pictures.filter((one): one is ShownPicture => one.url !== null);
  const [chosen, setChosen] = useState(shown.find(({ number }) => number === picture)?.id);
  const [format, setFormat] = useState<Format>('jpeg');
  // After one was deleted, the first of those left.
  const current = shown.find(({ id }) => id === chosen) ?? shown[0];
  if (!current) return null;
  return (
    <>
      <div className="grid grid-cols-[88px_minmax(0,1fr)_312px] items-start gap-6 max-xl:grid-cols-[88px_minmax(0,1fr)] phone:grid-cols-1 phone:gap-4">
        <FilmStrip
          pictures={detail.pictures}
          aspect={detail.aspect}
          current={current.id}
          onChoose={setChosen}
        />
        <PictureStage
          slug={slug}
          detail={detail}
          pictures={shown}
          picture={current}
          returns={returns}
          onChoose={setChosen}
        />
        <ResultTools
          slug={slug}
          detail={detail}
          mayBuy={mayBuy}
          picture={current}
          count={shown.length}
          format={format}
          onFormat={setFormat}
        />
      </div>
      <ActionBar>
        <DownloadPicture slug={slug} generationId={detail.id} picture={current} format={format} />
      </ActionBar>
    </>
  );
}

export type ShownPicture = PictureView & { url: string };
