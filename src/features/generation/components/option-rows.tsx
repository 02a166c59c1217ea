'use client';

import { Fragment, type ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Quality } from '@/features/billing/price-list';
import type { Aspect } from '../input';
import type { TeamConfig } from '../team-config';
import { RowName } from './row-name';

type Props = {
  aspects: readonly Aspect[];
  /** Why a shape cannot be had with these photos. */
  problems: Partial<Record<Aspect, string>>;
  aspect: Aspect;
  onAspect: (aspect: Aspect) => void;
  qualities: TeamConfig['qualities'];
  /** Why a quality cannot be had with these photos. */
  tooLarge: Partial<Record<Quality, string>>;
  quality: Quality;
  onQuality: (quality: Quality) => void;
  offered: TeamConfig['variations'];
  variations: number;
  /** How the pictures differ, a sentence. */
  differ: string;
  onVariations: (variations: number) => void;
  /** How to come to what is locked. */
  planNotes: { quality: ReactNode; variations: ReactNode };
};

const OUTLINE: Record<Aspect, string> = {
  '1:1': 'h-3 w-3',
  '3:4': 'h-3.5 w-[10.5px]',
  '4:5': 'h-3.5 w-[11px]',
};

/** Shape and number of pictures. What the photos do not give or the team does not have is greyed, with the reason below. */
export function OptionRows(props: Props) {
  const { t } = useTexts();
  const { aspects, problems, aspect, onAspect, offered, variations, differ, onVariations, planNotes } = props;
  const { qualities, tooLarge, quality, onQuality } = props;
  const shortSide = qualities.find(({ id }) => id === quality)?.shortSide ?? 0;
  const numbers = Array.from({ length: offered.max }, (_, at) => at + 1);
  return (
    <section aria-labelledby="options-title" className="border-t py-8 phone:py-6">
      <h2 id="options-title" className="mb-4 font-semibold text-16">
        {t('generation.client.options.title')}
      </h2>
      <div className="grid grid-cols-[7.5rem_1fr] items-start gap-4 phone:grid-cols-1 phone:gap-2">
        <RowName>{t('generation.client.options.shape')}</RowName>
        <div>
          <SegmentedControl
            label={t('generation.client.options.shape')}
            name="aspect"
            value={aspect}
            onValueChange={(value) => onAspect(value as Aspect)}
            describedBy="shape-notes"
            options={aspects.map((value) => ({
              value,
              disabled: problems[value] !== undefined,
              label: (
                <>
                  <span
                    aria-hidden="true"
                    className={`${OUTLINE[value]} rounded-[2px] border-[1.5px] border-current`}
                  />
                  {value}
                </>
              ),
            }))}
          />
          <p id="shape-notes" className="mt-2 text-12 text-ink-2">
            {t('generation.client.options.shapeNote', {
              aspect,
              use: t(`generation.client.options.uses.${aspect}`),
              width: shortSide,
            })}
            {aspects.map((value) =>
              problems[value] ? (
                <Fragment key={value}>
                  <br />
                  {value}: {problems[value]}
                </Fragment>
              ) : null,
            )}
          </p>
        </div>
        {qualities.length > 1 && (
          <>
            <RowName>{t('generation.client.options.quality')}</RowName>
            <div>
              <SegmentedControl
                label={t('generation.client.options.quality')}
                name="quality"
                value={quality}
                onValueChange={(value) => onQuality(value as Quality)}
                describedBy="quality-notes"
                options={qualities.map(({ id, locked }) => ({
                  value: id,
                  label: t(`generation.client.quality.${id}`),
                  disabled: locked !== null || tooLarge[id] !== undefined,
                }))}
              />
              <div id="quality-notes" className="mt-2 grid gap-1">
                <p className="text-12 text-ink-2">
                  {t('generation.client.options.eachOf', {
                    list: qualities
                      .map(({ id, credits }) =>
                        t('generation.client.options.each', {
                          quality: t(`generation.client.quality.${id}`),
                          credits,
                        }),
                      )
                      .join(', '),
                  })}
                  {qualities.map(({ id, locked }) =>
                    tooLarge[id] && !locked ? (
                      <Fragment key={id}>
                        <br />
                        {t(`generation.client.quality.${id}`)}: {tooLarge[id]}
                      </Fragment>
                    ) : null,
                  )}
                </p>
                {planNotes.quality}
              </div>
            </div>
          </>
        )}
        <RowName>{t('generation.client.options.pictures')}</RowName>
        <div>
          <SegmentedControl
            label={t('generation.client.options.pictures')}
            name="variations"
            value={String(variations)}
            onValueChange={(value) => onVariations(Number(value))}
            describedBy="pictures-notes"
            options={numbers.map((number) => ({
              value: String(number),
              label: number,
              disabled: number > offered.allowed,
            }))}
          />
          <div id="pictures-notes" className="mt-2 grid gap-1">
            <p className="text-12 text-ink-2">{differ}</p>
            {planNotes.variations}
          </div>
        </div>
      </div>
    </section>
  );
}
