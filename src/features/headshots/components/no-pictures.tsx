import { EmptyPicture, FallenTripod } from '@/components/brand/empty-drawings';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { GenerationDetail } from '@/features/generation/generation-types';
import { formatCredits } from '@/lib/money';

/** A generation without pictures: what happened, that nothing was charged, what to do. */
export function NoPictures({ slug, detail }: { slug: string; detail: GenerationDetail }) {
  const { status, failure, credits } = detail;
  const again = (
    <ButtonLink variant="key" href={`/teams/${slug}/headshots/new?from=${detail.id}`}>
      {status === 'failed' ? 'Try again' : 'New headshots'}
    </ButtonLink>
  );
  if (status === 'completed')
    return (
      <EmptyState light drawing={<EmptyPicture />} title="These pictures are deleted" action={again}>
        Nothing of them is kept.
        {credits.refunded > 0 && ` ${formatCredits(credits.refunded)} came back for what was not you.`}
      </EmptyState>
    );
  return (
    <EmptyState
      light
      drawing={status === 'failed' ? <FallenTripod /> : <EmptyPicture />}
      title={status === 'failed' ? 'No pictures this time' : 'You stopped this'}
      action={again}
    >
      {failure && <p>{failure}</p>}
      <p>Not charged. {formatCredits(credits.released ?? 0)} came back to your wallet.</p>
    </EmptyState>
  );
}
