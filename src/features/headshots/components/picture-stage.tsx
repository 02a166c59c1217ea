'use client';

import { ChevronRight, Maximize2, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { BeforeAfter } from '@/components/ui/before-after';
import { Button, ButtonLink } from '@/components/ui/button';
import { Lightbox } from '@/components/ui/lightbox';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { PictureFrame, PictureTag } from '@/components/ui/picture-card';
import type { GenerationDetail, Likeness } from '@/features/generation/generation-types';
import { explainLikeness, NEAR_COPY } from '@/features/generation/likeness-rules';
import { RATIO, underPicture } from '../comparison';
import type { ReturnPreview } from '../verdict-rules';
import { FavouriteButton } from './favourite-button';
import type { ShownPicture } from './result-view';
import { KeptNote, VerdictButtons } from './verdict-buttons';

type Props = {
  slug: string;
  detail: GenerationDetail;
  pictures: readonly ShownPicture[];
  picture: ShownPicture;
  returns: ReturnPreview | null;
  onChoose: (id: string) => void;
};

/** The chosen picture beside its selfie, how alike they are, and a closer look. */
export function PictureStage({ slug, detail, pictures, picture, returns, onChoose }: Props) {
  const [zoomed, setZoomed] = useState(false);
  const { number, url, likeness, width, height } = picture;
  const selfie = detail.comparisons[picture.id];
  const ratio = RATIO[picture.edited?.aspect ?? detail.aspect];
  const ground = picture.edited?.transparent ? { className: 'checker' } : {};
  const at = pictures.findIndex(({ id }) => id === picture.id);
  return (
    <div className="light grid justify-items-center rounded-card border p-6 phone:rounded-none phone:border-0 phone:bg-none! phone:p-0">
      <div className="w-full max-w-[33rem]">
        {selfie && width && height ? (
          <BeforeAfter
            key={picture.id}
            before={{
              src: selfie.url,
              alt: 'The selfie as uploaded',
              label: 'Selfie',
              style: underPicture(selfie, { width, height }),
            }}
            after={{ src: url, alt: 'The finished headshot', label: `Picture ${number}`, ...ground }}
            ratio={ratio}
            start={30}
            eager
          />
        ) : (
          <PictureFrame
            src={url}
            alt={`${detail.style.name}, picture ${number}`}
            ratio={ratio}
            eager
            {...ground}
          >
            <PictureTag className="top-3 right-3">Picture {number}</PictureTag>
          </PictureFrame>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3 pt-4">
          {likeness && <LikenessLine likeness={likeness} selfies={detail.selfies} />}
          {returns && (
            <div className="flex gap-2 phone:w-full">
              <VerdictButtons
                key={picture.id}
                slug={slug}
                generationId={detail.id}
                picture={picture}
                returns={returns}
              />
            </div>
          )}
        </div>
        <div className="flex flex-wrap justify-end gap-2 pt-2">
          <Button className="phone:grow" onClick={() => setZoomed(true)}>
            <Maximize2 className="size-4" aria-hidden="true" />
            Look closer
          </Button>
          <ButtonLink
            className="phone:grow"
            href={`/teams/${slug}/headshots/${detail.id}/edit?picture=${number}`}
          >
            <SlidersHorizontal className="size-4" aria-hidden="true" />
            Edit
          </ButtonLink>
          <FavouriteButton key={picture.id} slug={slug} picture={picture} />
        </div>
        {likeness?.nearCopy && (
          <Alert tone="warn" className="mt-3">
            {NEAR_COPY}
          </Alert>
        )}
        {likeness && <Explanation key={picture.id} likeness={likeness} />}
        {returns && picture.verdict === 'not_me' && <KeptNote returns={returns} />}
        {!selfie && detail.selfies === 0 && (
          <p className="pt-3 text-12 text-ink-2">
            Your selfies are deleted, so there is nothing to compare with any more.
          </p>
        )}
      </div>
      <Lightbox
        pictures={pictures.map((one) => ({
          src: one.url,
          alt: `${detail.style.name}, picture ${one.number}`,
          caption: `Picture ${one.number}`,
        }))}
        index={zoomed ? at : null}
        onIndexChange={(index) => {
          if (index === null) return setZoomed(false);
          const next = pictures[index];
          if (next) onChoose(next.id);
        }}
      />
    </div>
  );
}

function LikenessLine({ likeness, selfies }: { likeness: Likeness; selfies: number }) {
  const measured = likeness.measured?.selfies ?? selfies;
  return (
    <div className="flex items-center gap-3">
      <LikenessArc value={likeness.score} size={48} />
      <div>
        <p className="font-semibold">Likeness {likeness.word}</p>
        <p className="text-ink-2">
          {measured > 0 ? `measured on ${measured} selfies` : 'measured on your selfies'}
        </p>
      </div>
    </div>
  );
}

function Explanation({ likeness }: { likeness: Likeness }) {
  return (
    <details className="group/why pt-3 text-ink-2">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1.5 rounded-tag font-medium text-12 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-3.5 transition-transform group-open/why:rotate-90" aria-hidden="true" />
        What {likeness.score} means
      </summary>
      <div className="grid gap-2 pt-2">
        {explainLikeness(likeness).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </details>
  );
}
