import { RotateCcw } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { QUALITY_NAMES } from '@/features/billing/tier-rules';
import type { GenerationDetail } from '@/features/generation/generation-types';
import { labelOf } from '@/features/generation/preferences/label-rules';
import { wishesOf } from '@/features/generation/preferences/preference-rules';
import { formatCredits } from '@/lib/money';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

const MADE: Record<string, string> = {
  studio: 'Studio, from one of your selfies',
  openai: 'OpenAI, drawn from your selfies',
  replicate: 'Replicate, drawn from your selfies',
};

/** What the picture was made with and what it cost, and the way to more of it. */
export function UsedSection({
  slug,
  detail,
  picture,
}: {
  slug: string;
  detail: GenerationDetail;
  picture: ShownPicture;
}) {
  const { credits, style, aspect, quality, preferences, createdAt } = detail;
  const wishes = wishesOf(preferences).map(({ field, value }) => labelOf(field, value));
  return (
    <PanelSection title="What was used">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dd]:text-right [&_dt]:text-ink-2">
        <dt>Style</dt>
        <dd>{style.name}</dd>
        <dt>Shape, quality</dt>
        <dd>
          {aspect}, {QUALITY_NAMES[quality].toLowerCase()}
        </dd>
        {wishes.length > 0 && (
          <>
            <dt>Wishes</dt>
            <dd>{wishes.join(', ')}</dd>
          </>
        )}
        <dt>Made by</dt>
        <dd>{MADE[picture.engine ?? detail.engine] ?? picture.engine}</dd>
        <dt>Made on</dt>
        <dd>
          <Time value={createdAt} style="date-time" />
        </dd>
        {picture.likeness && (
          <>
            <dt>Likeness</dt>
            <dd>
              {picture.likeness.score}, {picture.likeness.word}
            </dd>
          </>
        )}
        <dt>Charged</dt>
        <dd>{formatCredits((credits.charged ?? 0) - credits.refunded)}</dd>
        <dt>Came back</dt>
        <dd>{formatCredits((credits.released ?? 0) + credits.refunded)}</dd>
      </dl>
      <ButtonLink href={`/teams/${slug}/headshots/new?from=${detail.id}`} className="mt-4 w-full">
        <RotateCcw className="size-4" aria-hidden="true" />
        Run again
      </ButtonLink>
      <p className="mt-2 text-12 text-ink-2">
        Opens with the same options. Change them or not; nothing is spent yet.
      </p>
    </PanelSection>
  );
}
