'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '#use-texts';
import { useLiveRefresh } from '@/components/live/use-team-events';
import { ActionBar } from '@/components/ui/action-bar';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Time } from '@/components/ui/time';
import { useRequestKey } from '@/components/ui/use-request-key';
import { useSubmit } from '@/components/ui/use-submit';
import type { Quality } from '@/features/billing/price-list';
import { PhotoStep } from '@/features/uploads/components/photo-step';
import type { PhotoSetView } from '@/features/uploads/photo-types';
import type { Texts } from '@/texts/make-texts';
import { startAction } from '../actions';
import type { Aspect } from '../input';
import type { NewHeadshots } from '../loaders';
import { type Preferences, possibleWishes } from '../preferences/preference-rules';
import { qualityProblems, whyNotServed } from '../set-problems';
import type { NewHeadshotsParts } from './new-headshots-parts';
import { OptionRows } from './option-rows';
import { PriceSummary } from './price-summary';
import { StyleChoice } from './style-choice';

// Most wallets pay for what is chosen.
const Shortage = lazy(async () => ({ default: (await import('./shortage')).Shortage }));
// The last thing on the page, and optional: the server writes it, its script comes after that of the photos.
const WishesSection = lazy(async () => ({ default: (await import('./wishes-section')).WishesSection }));

/** Photos, style, shape, number, and the exact price before the button. */
export function NewHeadshotsForm({ data, parts }: { data: NewHeadshots; parts: NewHeadshotsParts }) {
  const texts = useTexts();
  const { t, rich } = texts;
  const { config, free, slug } = data;
  useLiveRefresh(slug, ['balance.changed']);
  const [set, setSet] = useState(data.photos.set);
  const [consented, setConsented] = useState(data.photos.consented);
  const [coming, setComing] = useState(0);
  const [first] = useState(parts.first);
  const [styleId, setStyle] = useState(first.style);
  const [wanted, setAspect] = useState<Aspect>(first.aspect);
  const [variations, setVariations] = useState(first.variations);
  const [wantedQuality, setQuality] = useState<Quality>(first.quality);
  const [preferences, setPreferences] = useState<Preferences>(first.preferences);
  const style = config.styles.find(({ id }) => id === styleId);
  const engine = style?.engine ?? config.engine;
  const tooLarge = engine.finishesSelfie ? findTooLarge(set, config, texts) : {};
  const quality = tooLarge[wantedQuality]
    ? (config.qualities.find(({ id }) => !tooLarge[id])?.id ?? wantedQuality)
    : wantedQuality;
  const problems = engine.finishesSelfie ? findProblems(set, config.aspects, quality, texts) : {};
  const aspect = problems[wanted] ? (config.aspects.find((one) => !problems[one]) ?? wanted) : wanted;
  const base = config.qualities.find(({ id }) => id === quality)?.credits ?? 1;
  const total = (base + (style?.surcharge ?? 0)) * variations;
  const { start, pending, error } = useStart(data, set, style?.version, {
    style: styleId,
    aspect,
    quality,
    variations,
    preferences: possibleWishes(preferences, engine.wishLimits),
    ...(data.engine ? { engine: data.engine } : {}),
  });
  if (!style) return <Alert tone="warn">{t('generation.client.form.noStyle')}</Alert>;
  const short = free < total;
  const blocked = consented
    ? coming > 0 && set.blocked
      ? t('generation.client.form.coming', { count: coming })
      : (set.blocked ?? problems[aspect] ?? null)
    : t('generation.client.form.consentFirst');
  const button = (
    <>
      <Button
        variant="key"
        size="big"
        className="w-full"
        pending={pending}
        disabled={short || blocked !== null}
        onClick={start}
      >
        {t('generation.client.form.generate', { variations, credits: total })}
      </Button>
      {blocked && <p className="text-ink-2">{blocked}</p>}
      {/* Said before the photos are added, not after. */}
      {short && (
        <Suspense fallback={null}>
          <Shortage data={data} total={total} />
        </Suspense>
      )}
      {error && <Alert tone="bad">{error}</Alert>}
    </>
  );
  const { again } = data;
  const usual = data.usual[quality]?.[variations - 1] ?? { low: 1, high: 2 };
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-10 max-lg:grid-cols-[minmax(0,1fr)_17.5rem] max-lg:gap-6 phone:grid-cols-1 phone:gap-0">
        <div>
          {again && (
            <Alert tone="info" className="mb-6">
              {rich('generation.client.form.again', {
                style: again.style.name,
                when: () => <Time value={again.createdAt} style="date-time" />,
              })}
            </Alert>
          )}
          {data.engine && (
            <Alert tone="info" className="mb-6">
              {t('generation.client.form.byStudio')}
            </Alert>
          )}
          <div className="pb-8 phone:pb-6">
            <PhotoStep
              team={slug}
              data={data.photos}
              drawings={parts.drawings}
              finishesSelfies={engine.finishesSelfie}
              onComing={setComing}
              onSetChange={(next) => {
                setSet(next);
                // Photos are shown only to those whose consent stands.
                setConsented(true);
              }}
            />
          </div>
          <StyleChoice
            styles={config.styles}
            base={base}
            value={styleId}
            onChange={setStyle}
            limits={engine.limits}
            planNote={parts.planNotes.styles}
          />
          <OptionRows
            aspects={config.aspects}
            problems={problems}
            aspect={aspect}
            onAspect={setAspect}
            qualities={config.qualities}
            tooLarge={tooLarge}
            quality={quality}
            onQuality={setQuality}
            offered={config.variations}
            variations={variations}
            differ={engine.variations}
            onVariations={setVariations}
            planNotes={parts.planNotes}
          />
          <Suspense fallback={null}>
            <WishesSection
              team={slug}
              style={styleId}
              engine={data.engine}
              preferences={preferences}
              onChange={setPreferences}
              limits={engine.wishLimits}
              bounds={engine.wishBounds}
              chatPrivacy={data.chatPrivacy}
            />
          </Suspense>
          <p className="pb-6 text-12 text-ink-2 sm:hidden">{parts.delivery}</p>
        </div>
        <PriceSummary
          lines={{ style, quality, variations, base, total, free, usual }}
          delivery={<p className="text-ink-2">{parts.delivery}</p>}
          action={button}
        />
      </div>
      {/* While the consent is open, accepting it is the one next step of the phone. */}
      {consented && (
        <ActionBar>
          <p className="mb-3 flex justify-between gap-3">
            <span className="text-ink-2">
              {t(short ? 'generation.client.form.freeNow' : 'generation.client.form.freeAfter')}
            </span>
            <span>
              {!short && <span className="text-ink-2">{free} → </span>}
              <CreditAmount amount={short ? free : free - total} />
            </span>
          </p>
          {config.delivery.watermark && (
            <p className="mb-3 text-12 text-ink-2">{t('generation.client.form.marked')}</p>
          )}
          <div className="grid gap-2">{button}</div>
        </ActionBar>
      )}
    </>
  );
}

/** Shapes that these photos do not give, with the reason; nothing is known before the set is complete. */
function findProblems(
  set: PhotoSetView,
  aspects: readonly Aspect[],
  quality: Quality,
  texts: Texts,
): Partial<Record<Aspect, string>> {
  const problems: Partial<Record<Aspect, string>> = {};
  if (set.blocked) return problems;
  for (const aspect of aspects) {
    const problem = whyNotServed(set.serves[aspect], quality, texts);
    if (problem) problems[aspect] = problem;
  }
  return problems;
}

/** Qualities that these photos do not carry in any shape, with the reason; nothing is known before the set is complete. */
function findTooLarge(
  set: PhotoSetView,
  { aspects, qualities }: NewHeadshots['config'],
  texts: Texts,
): Partial<Record<Quality, string>> {
  if (set.blocked) return {};
  return qualityProblems(
    aspects.map((aspect) => set.serves[aspect]),
    qualities.map(({ id }) => id),
    texts,
  );
}

/** One press, one generation: the key stays the same for the same request until it has started. */
function useStart(
  { team, slug }: NewHeadshots,
  set: PhotoSetView,
  styleVersion: number | undefined,
  request: {
    style: string;
    aspect: Aspect;
    quality: Quality;
    variations: number;
    preferences: Preferences | undefined;
    engine?: 'studio';
  },
) {
  const router = useRouter();
  const { pending, refusal, submit } = useSubmit('ui.client.lost.pressAgainOnce');
  const { keyFor } = useRequestKey();
  const start = () => {
    const photoSetId = set.id;
    if (!photoSetId) return;
    const submitFirst = set.status !== 'submitted';
    submit(
      () =>
        startAction(team, {
          photoSetId,
          ...request,
          styleVersion,
          submitFirst,
          idempotencyKey: keyFor(request),
        }),
      {
        onDone: ({ id }) => router.push(`/teams/${slug}/headshots/${id}`),
        // Another price than the one on the page: the page reads the new one.
        onRefused: ({ code }) => code === 'conflict' && router.refresh(),
      },
    );
  };
  return { start, pending, error: refusal?.message };
}
