'use client';

import { Check } from 'lucide-react';
import { useOptimistic } from 'react';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { verdictAction } from '../actions';
import { explainKept, type ReturnPreview, SHARE_DAYS } from '../verdict-rules';
import type { ShownPicture } from './result-view';

type Props = {
  slug: string;
  generationId: string;
  picture: ShownPicture;
  returns: ReturnPreview;
};

/** What the person says of the picture. "Looks like me" is free and can be taken back; "not me" says first what will happen. */
export function VerdictButtons({ slug, generationId, picture, returns }: Props) {
  const { t } = useTexts();
  const { submit } = useSubmit('ui.client.lost.pressAgain');
  const [like, show] = useOptimistic(picture.verdict === 'like_me');
  const toggle = () =>
    submit(
      () => {
        show(!like);
        const verdict = like ? null : 'like_me';
        return verdictAction(slug, { generationId, pictureId: picture.id, verdict });
      },
      { onDone: () => {}, onRefused: ({ message }) => toast.error(message) },
    );
  return (
    <>
      <Button className="phone:grow" aria-pressed={like} onClick={toggle}>
        {like && <Check className="size-4 text-good" aria-hidden="true" />}
        {t('headshots.client.verdict.like')}
      </Button>
      <NotMe slug={slug} generationId={generationId} picture={picture} returns={returns} />
    </>
  );
}

function NotMe({ slug, generationId, picture, returns }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { id, number, verdict } = picture;
  const { credits } = returns;
  const comesBack = returns.decision === 'refund';
  return (
    <ConfirmDialog
      trigger={
        <Button className="phone:grow" aria-pressed={verdict === 'not_me'}>
          {t('headshots.client.verdict.notMe')}
        </Button>
      }
      title={t('headshots.client.verdict.notMeTitle', { number })}
      description={
        returns.decision === 'refund'
          ? t('headshots.client.verdict.notMeBody', { credits })
          : explainKept(returns.decision, returns, texts)
      }
      confirmLabel={
        comesBack
          ? t('headshots.client.verdict.notMeConfirm', { credits })
          : t('headshots.client.verdict.notMe')
      }
      tone={comesBack ? 'danger' : 'key'}
      onConfirm={async () => {
        const result = await verdictAction(slug, { generationId, pictureId: id, verdict: 'not_me' });
        if (!result.ok) return { error: result.message };
        const { answer } = result.value;
        if (answer?.decision === 'refund')
          toast.success(t('headshots.client.verdict.notMeDone', { number, credits: answer.credits }));
        else if (answer?.message) toast.message(answer.message);
        return undefined;
      }}
    >
      {comesBack && <Share {...returns} />}
    </ConfirmDialog>
  );
}

function Share({ returned, allowed, headshots }: ReturnPreview) {
  const { t } = useTexts();
  if (allowed === null) return null;
  return (
    <p className="text-ink-2">
      {t('headshots.client.verdict.share', { returned, headshots, days: SHARE_DAYS, allowed })}
    </p>
  );
}

/** Under a picture that was said not to be its person and stayed. */
export function KeptNote({ returns }: { returns: ReturnPreview }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <p className="pt-3 text-12 text-ink-2">
      {returns.decision === 'refund'
        ? t('headshots.client.verdict.saidRefund')
        : t('headshots.client.verdict.said', { why: explainKept(returns.decision, returns, texts) })}
    </p>
  );
}
