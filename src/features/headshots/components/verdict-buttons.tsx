'use client';

import { Check } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { formatCredits } from '@/lib/money';
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
  const [, startTransition] = useTransition();
  const [like, show] = useOptimistic(picture.verdict === 'like_me');
  const toggle = () =>
    startTransition(async () => {
      show(!like);
      const verdict = like ? null : 'like_me';
      const result = await verdictAction(slug, { generationId, pictureId: picture.id, verdict });
      if (!result.ok) toast.error(result.message);
    });
  return (
    <>
      <Button className="phone:grow" aria-pressed={like} onClick={toggle}>
        {like && <Check className="size-4 text-good" aria-hidden="true" />}
        Looks like me
      </Button>
      <NotMe slug={slug} generationId={generationId} picture={picture} returns={returns} />
    </>
  );
}

function NotMe({ slug, generationId, picture, returns }: Props) {
  const { id, number, verdict } = picture;
  const back = formatCredits(returns.credits);
  const comesBack = returns.decision === 'refund';
  return (
    <ConfirmDialog
      trigger={
        <Button className="phone:grow" aria-pressed={verdict === 'not_me'}>
          Not me
        </Button>
      }
      title={`Picture ${number} does not look like you?`}
      description={
        returns.decision === 'refund'
          ? `It disappears now, its files are deleted within 15 minutes, and ${back} come${returns.credits === 1 ? 's' : ''} back to your wallet at once, whether you downloaded it or not. This cannot be undone.`
          : explainKept(returns.decision, returns)
      }
      confirmLabel={comesBack ? `Not me · ${back} back` : 'Not me'}
      tone={comesBack ? 'danger' : 'key'}
      onConfirm={async () => {
        const result = await verdictAction(slug, { generationId, pictureId: id, verdict: 'not_me' });
        if (!result.ok) return { error: result.message };
        const { answer } = result.value;
        if (answer?.decision === 'refund')
          toast.success(
            `Picture ${number} is gone. ${formatCredits(answer.credits)} came back to your wallet.`,
          );
        else if (answer?.message) toast.message(answer.message);
        return undefined;
      }}
    >
      {comesBack && <Share {...returns} />}
    </ConfirmDialog>
  );
}

function Share({ returned, allowed, headshots }: ReturnPreview) {
  if (allowed === null) return null;
  return (
    <p className="text-ink-2">
      {returned === 0 ? 'None' : returned} of your {headshots} headshots of the last {SHARE_DAYS} days came
      back so far; {allowed} may.
    </p>
  );
}

/** Under a picture that was said not to be its person and stayed. */
export function KeptNote({ returns }: { returns: ReturnPreview }) {
  return (
    <p className="pt-3 text-12 text-ink-2">
      You said this is not you.{' '}
      {returns.decision === 'refund'
        ? 'It can come back now: press “Not me” again.'
        : explainKept(returns.decision, returns)}
    </p>
  );
}
