'use client';

import { useState } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import type { GenerationDetail, PictureView } from '@/features/generation/generation-types';
import type { ResultFrame } from '../loaders';
import { DownloadPicture, type FileWish, pictureUrl } from './download-section';
import { FilmStrip } from './film-strip';
import { PictureStage } from './picture-stage';
import { ResultTools } from './result-tools';
import { SeenIn } from './seen-in';
import { SharePicture } from './share-picture';

type Props = {
  slug: string;
  detail: GenerationDetail;
  mayBuy: boolean;
  around: ResultFrame;
  /** The picture a link asked for, 1–4. */
  picture?: number | undefined;
};

/** A finished generation: its pictures, the chosen one beside the selfie it is made of, and what can be done with it. */
export function ResultView({ slug, detail, mayBuy, around, picture }: Props) {
  const shown = detail.pictures.filter((one): one is ShownPicture => one.url !== null);
  const [chosen, setChosen] = useState(shown.find(({ number }) => number === picture)?.id);
  const [wish, setWish] = useState<FileWish>({ format: 'jpeg', size: 'original' });
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
          returns={around.returns}
          onChoose={setChosen}
        />
        <ResultTools
          slug={slug}
          detail={detail}
          mayBuy={mayBuy}
          picture={current}
          link={around.links[current.id] ?? null}
          count={shown.length}
          wish={wish}
          onWish={setWish}
        />
      </div>
      <SeenIn picture={current} person={around.person} team={around.team} />
      <ActionBar>
        <div className="flex gap-2">
          <DownloadPicture
            slug={slug}
            generationId={detail.id}
            picture={current}
            wish={wish}
            className="min-w-0 flex-1"
          />
          <SharePicture href={pictureUrl(slug, detail.id, wish, current.id)} number={current.number} />
        </div>
      </ActionBar>
    </>
  );
}

export type ShownPicture = PictureView & { url: string };
