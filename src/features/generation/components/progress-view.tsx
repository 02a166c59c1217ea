'use client';

import { useEffect } from 'react';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Exposure } from '@/components/ui/exposure';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { LiveRegion } from '@/components/ui/live-region';
import { PushLine } from '@/features/notifications/components/push-line';
import type { Texts } from '@/texts/make-texts';
import { cancelAction } from '../actions';
import type { GenerationDetail, GenerationProgress } from '../generation-types';
import { STAGE_SHARE, STAGES } from '../progress';
import { DevelopingPicture } from './developing-picture';
import { useGenerationProgress } from './use-generation-progress';

type Props = {
  slug: string;
  detail: GenerationDetail;
  initial: GenerationProgress;
  /** Who goes first while it waits. */
  behind: string | null;
  pushKey: string | null;
};

/** A generation while it is made: how far, how long still, each picture as it comes, and a way to stop. */
export function ProgressView({ slug, detail, initial, behind, pushKey }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const now = useGenerationProgress(slug, initial);
  const { progress, stage, accepted, variations, pictures, usual } = now;
  const doing = sayStage(now, texts);
  useEffect(() => {
    document.title = t('generation.client.progress.tab', { progress, style: detail.style.name });
  }, [t, progress, detail.style.name]);
  return (
    <div className="max-w-[58rem]">
      <LiveRegion>{t('generation.client.progress.live', { doing, accepted, variations })}</LiveRegion>
      <div className="mb-2.5 flex items-baseline gap-3 phone:justify-between">
        <span className="display-40 tabular-nums">
          {now.eta ? t('generation.client.progress.seconds', now.eta) : t('generation.client.progress.done')}
        </span>
        {now.eta && <span className="text-ink-2">{t('generation.client.progress.left', usual)}</span>}
      </div>
      <Exposure
        value={progress}
        label={t('generation.client.progress.bar', { doing, progress })}
        current={STAGES.indexOf(stage)}
        stages={STAGES.map((name) => ({
          share: STAGE_SHARE[name],
          label:
            name === stage && name === 'drawing' ? doing : t(`generation.client.progress.stages.${name}`),
        }))}
      />
      <div className="mt-7 grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-4">
        {pictures.map((picture) => (
          <DevelopingPicture key={picture.id} picture={picture} aspect={detail.aspect} />
        ))}
      </div>
      <Card aria-label={t('generation.client.progress.credits')} className="mt-5 px-4 py-1 sm:max-w-form">
        <KeyValueList>
          <KeyValue name={t('generation.client.progress.held')}>
            <CreditAmount amount={detail.credits.held} held />
          </KeyValue>
          <KeyValue name={t('generation.client.progress.accepted')}>
            <span className="font-semibold">
              {t('generation.client.progress.acceptedOf', { accepted, variations })}
            </span>
          </KeyValue>
        </KeyValueList>
      </Card>
      <p className="my-4 max-w-reading text-ink-2">
        {stage === 'queue' && behind && `${t('generation.client.progress.waiting', { behind })} `}
        {t('generation.client.progress.leave')}
      </p>
      <PushLine publicKey={pushKey} className="mb-4" />
      <ConfirmDialog
        trigger={<Button className="phone:w-full">{t('generation.client.progress.stop')}</Button>}
        title={t('generation.client.progress.stopTitle')}
        description={t('generation.client.progress.stopBody', { accepted, variations })}
        confirmLabel={t('generation.client.progress.stopConfirm')}
        cancelLabel={t('generation.client.progress.goOn')}
        tone="key"
        onConfirm={async () => {
          const result = await cancelAction(slug, { generationId: detail.id });
          // It ended by itself in the meantime: the page shows how.
          return result.ok || result.code === 'conflict' ? undefined : { error: result.message };
        }}
      />
    </div>
  );
}

/** "Drawing 3 of 4". */
function sayStage({ stage, pictures, variations }: GenerationProgress, { t }: Texts): string {
  if (stage !== 'drawing') return t(`generation.client.progress.stages.${stage}`);
  const over = pictures.filter(({ status }) => status !== 'pending' && status !== 'drawing').length;
  return t('generation.client.progress.drawing', { number: Math.min(over + 1, variations), variations });
}
