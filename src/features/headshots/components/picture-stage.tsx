'use client';

import { ChevronRight, Maximize2, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { BeforeAfter } from '@/components/ui/before-after';
import { Button, ButtonLink } from '@/components/ui/button';
import { Lightbox } from '@/components/ui/lightbox';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { PictureFrame, PictureTag } from '@/components/ui/picture-frame';
import type { GenerationDetail, Likeness } from '@/features/generation/generation-types';
import { explainLikeness } from '@/features/generation/likeness-rules';
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
  const { t } = useTexts();
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
              alt: t('headshots.client.stage.selfieAlt'),
              label: t('headshots.client.stage.selfie'),
              style: underPicture(selfie, { width, height }),
            }}
            after={{
              src: url,
              alt: t('headshots.client.stage.finishedAlt'),
              label: t('headshots.client.stage.picture', { number }),
              ...ground,
            }}
            ratio={ratio}
            start={30}
            eager
          />
        ) : (
          <PictureFrame
            src={url}
            alt={t('headshots.client.stage.pictureOf', { style: detail.style.name, number })}
            ratio={ratio}
            eager
            {...ground}
          >
            <PictureTag className="top-3 right-3">
              {t('headshots.client.stage.picture', { number })}
            </PictureTag>
          </PictureFrame>
        )}
        <div className="flex items-center justify-between gap-3 pt-4">
          {likeness && <LikenessLine likeness={likeness} selfies={detail.selfies} />}
          <div className="ml-auto">
            <FavouriteButton key={picture.id} slug={slug} picture={picture} />
          </div>
        </div>
        <div className="flex flex-wrap gap-2 pt-3">
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
          <div className="ml-auto flex gap-2 phone:w-full">
            <Button className="phone:grow" onClick={() => setZoomed(true)}>
              <Maximize2 className="size-4" aria-hidden="true" />
              {t('headshots.client.stage.closer')}
            </Button>
            <ButtonLink
              className="phone:grow"
              href={`/teams/${slug}/headshots/${detail.id}/edit?picture=${number}`}
            >
              <SlidersHorizontal className="size-4" aria-hidden="true" />
              {t('headshots.client.stage.edit')}
            </ButtonLink>
          </div>
        </div>
        {picture.shortOf && (
          <p className="pt-3 text-ink-2">{t(`headshots.client.stage.shortOf.${picture.shortOf}`)}</p>
        )}
        {likeness?.nearCopy && (
          <Alert tone="warn" className="mt-3">
            {t('generation.client.likeness.nearCopy')}
          </Alert>
        )}
        {likeness && <Explanation key={picture.id} likeness={likeness} />}
        {returns && picture.verdict === 'not_me' && <KeptNote returns={returns} />}
        {!selfie && detail.selfies === 0 && (
          <p className="pt-3 text-12 text-ink-2">{t('headshots.client.stage.noSelfies')}</p>
        )}
      </div>
      <Lightbox
        pictures={pictures.map((one) => ({
          src: one.url,
          alt: t('headshots.client.stage.pictureOf', { style: detail.style.name, number: one.number }),
          caption: t('headshots.client.stage.picture', { number: one.number }),
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
  const { t } = useTexts();
  const measured = likeness.measured?.selfies ?? selfies;
  return (
    <div className="flex items-center gap-3">
      <LikenessArc value={likeness.score} size={48} />
      <div>
        <p className="font-semibold">{t('headshots.client.stage.likeness', { word: likeness.word })}</p>
        <p className="text-ink-2">{t('headshots.client.stage.measured', { selfies: measured })}</p>
      </div>
    </div>
  );
}

function Explanation({ likeness }: { likeness: Likeness }) {
  const texts = useTexts();
  return (
    <details className="group/why pt-3 text-ink-2">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1.5 rounded-tag font-medium text-12 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-3.5 transition-transform group-open/why:rotate-90" aria-hidden="true" />
        {texts.t('headshots.client.stage.means', { score: likeness.score })}
      </summary>
      <div className="grid gap-2 pt-2">
        {explainLikeness(likeness, texts).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </details>
  );
}
