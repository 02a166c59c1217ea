'use client';

import { useEffect } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Exposure } from '@/components/ui/exposure';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { LiveRegion } from '@/components/ui/live-region';
import { PushLine } from '@/features/notifications/components/push-line';
import { cancelAction } from '../actions';
import type { GenerationDetail, GenerationProgress } from '../generation-types';
import { STAGE_SHARE, STAGES, type Stage } from '../progress';
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

const LABEL: Record<Stage, string> = {
  queue: 'Queue',
  drawing: 'Drawing',
  scoring: 'Scoring',
  saving: 'Saving',
};

/** A generation while it is made: how far, how long still, each picture as it comes, and a way to stop. */
export function ProgressView({ slug, detail, initial, behind, pushKey }: Props) {
  const now = useGenerationProgress(slug, initial);
  const { progress, stage, accepted, variations, pictures, usual } = now;
  const doing = sayStage(now);
  useEffect(() => {
    document.title = `${progress}% · ${detail.style.name} · headcraft`;
  }, [progress, detail.style.name]);
  return (
    <div className="max-w-[58rem]">
      <LiveRegion>{`${doing}. ${accepted} of ${variations} pictures ready.`}</LiveRegion>
      <div className="mb-2.5 flex items-end justify-between gap-4">
        <span className="display-40 tabular-nums">
          {now.eta ? `${now.eta.low}–${now.eta.high} s` : 'Done'}
        </span>
        {now.eta && (
          <span className="text-ink-2">
            left, of about {usual.low}–{usual.high} s
          </span>
        )}
      </div>
      <Exposure
        value={progress}
        label={`${doing}, ${progress}%`}
        current={STAGES.indexOf(stage)}
        stages={STAGES.map((name) => ({
          share: STAGE_SHARE[name],
          label: name === stage && name === 'drawing' ? doing : LABEL[name],
        }))}
      />
      <div className="mt-7 grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-4">
        {pictures.map((picture) => (
          <DevelopingPicture key={picture.id} picture={picture} aspect={detail.aspect} />
        ))}
      </div>
      <Card aria-label="Credits" className="mt-5 px-4 py-1 sm:max-w-form">
        <KeyValueList>
          <KeyValue name="Held">
            <CreditAmount amount={detail.credits.held} held />
          </KeyValue>
          <KeyValue name="Accepted so far">
            <span className="font-semibold">
              {accepted} of {variations}
            </span>
          </KeyValue>
        </KeyValueList>
      </Card>
      <p className="my-4 max-w-reading text-ink-2">
        {stage === 'queue' && behind && `Waiting for its turn. ${behind} `}
        You can leave this page. We send one e-mail when it is done. Pictures that do not look like you are
        not charged.
      </p>
      <PushLine publicKey={pushKey} className="mb-4" />
      <ConfirmDialog
        trigger={<Button className="phone:w-full">Stop and release the rest</Button>}
        title="Stop making these pictures?"
        description={`${accepted} of ${variations} are ready: you keep them and they are charged. What is not drawn yet is not charged and comes back to your wallet.`}
        confirmLabel="Stop"
        cancelLabel="Go on"
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
function sayStage({ stage, pictures, variations }: GenerationProgress): string {
  if (stage !== 'drawing') return LABEL[stage];
  const over = pictures.filter(({ status }) => status !== 'pending' && status !== 'drawing').length;
  return `Drawing ${Math.min(over + 1, variations)} of ${variations}`;
}
