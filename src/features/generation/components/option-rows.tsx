'use client';

import { Fragment } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Quality } from '@/features/billing/price-list';
import { QUALITY_NAMES } from '@/features/billing/tier-rules';
import { formatCredits } from '@/lib/money';
import type { Aspect } from '../input';
import type { TeamConfig } from '../team-config';
import { type PlanAccess, PlanNote } from './plan-note';
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
  access: PlanAccess;
};

const OUTLINE: Record<Aspect, string> = {
  '1:1': 'h-3 w-3',
  '3:4': 'h-3.5 w-[10.5px]',
  '4:5': 'h-3.5 w-[11px]',
};

const USE: Record<Aspect, string> = {
  '1:1': 'LinkedIn and avatars',
  '3:4': 'traditional portrait',
  '4:5': 'web pages and print',
};

/** Shape and number of pictures. What the photos do not give or the team does not have is greyed, with the reason below. */
export function OptionRows(props: Props) {
  const { aspects, problems, aspect, onAspect, offered, variations, differ, onVariations, access } = props;
  const { qualities, tooLarge, quality, onQuality } = props;
  const shortSide = qualities.find(({ id }) => id === quality)?.shortSide ?? 0;
  const numbers = Array.from({ length: offered.max }, (_, at) => at + 1);
  return (
    <section aria-labelledby="options-title" className="border-t py-8 phone:py-6">
      <h2 id="options-title" className="mb-4 font-semibold text-16">
        Options
      </h2>
      <div className="grid grid-cols-[7.5rem_1fr] items-start gap-4 phone:grid-cols-1 phone:gap-2">
        <RowName>Shape</RowName>
        <div>
          <SegmentedControl
            label="Shape"
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
            {aspect}: {USE[aspect]}, {shortSide} px wide.
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
            <RowName>Quality</RowName>
            <div>
              <SegmentedControl
                label="Quality"
                name="quality"
                value={quality}
                onValueChange={(value) => onQuality(value as Quality)}
                describedBy="quality-notes"
                options={qualities.map(({ id, locked }) => ({
                  value: id,
                  label: QUALITY_NAMES[id],
                  disabled: locked !== null || tooLarge[id] !== undefined,
                }))}
              />
              <div id="quality-notes" className="mt-2 grid gap-1">
                <p className="text-12 text-ink-2">
                  {qualities
                    .map(({ id, credits }) => `${QUALITY_NAMES[id]}: ${formatCredits(credits)} a picture`)
                    .join(', ')}
                  .
                  {qualities.map(({ id, locked }) =>
                    tooLarge[id] && !locked ? (
                      <Fragment key={id}>
                        <br />
                        {QUALITY_NAMES[id]}: {tooLarge[id]}
                      </Fragment>
                    ) : null,
                  )}
                </p>
                <PlanNote
                  locks={qualities.map(({ locked }) => locked).filter((lock) => lock !== null)}
                  access={access}
                />
              </div>
            </div>
          </>
        )}
        <RowName>Pictures</RowName>
        <div>
          <SegmentedControl
            label="Pictures"
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
            <PlanNote locks={offered.locked ? [offered.locked] : []} access={access} />
          </div>
        </div>
      </div>
    </section>
  );
}
