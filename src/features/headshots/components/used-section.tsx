import { RotateCcw } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { GenerationDetail } from '@/features/generation/generation-types';
import { labelOf } from '@/features/generation/preferences/label-rules';
import { wishesOf } from '@/features/generation/preferences/preference-rules';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

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
  const texts = useTexts();
  const { t } = texts;
  const { credits, style, aspect, quality, preferences, createdAt } = detail;
  const engine = picture.engine ?? detail.engine;
  const wishes = wishesOf(preferences).map(({ field, value }) => labelOf(field, value, texts));
  return (
    <PanelSection title={t('headshots.client.used.title')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dd]:text-right [&_dt]:text-ink-2">
        <dt>{t('headshots.client.used.style')}</dt>
        <dd>{style.name}</dd>
        <dt>{t('headshots.client.used.shape')}</dt>
        <dd>
          {aspect}, {t(`generation.client.qualityInline.${quality}`)}
        </dd>
        {wishes.length > 0 && (
          <>
            <dt>{t('headshots.client.used.wishes')}</dt>
            <dd>{wishes.join(', ')}</dd>
          </>
        )}
        <dt>{t('headshots.client.used.madeBy')}</dt>
        <dd>{t('headshots.client.used.engine', { engine })}</dd>
        <dt>{t('headshots.client.used.madeOn')}</dt>
        <dd>
          <Time value={createdAt} style="date-time" />
        </dd>
        {picture.likeness && (
          <>
            <dt>{t('headshots.client.used.likeness')}</dt>
            <dd>
              {t('headshots.client.used.likenessValue', {
                score: picture.likeness.score,
                word: picture.likeness.word,
              })}
            </dd>
          </>
        )}
        <dt>{t('headshots.client.used.charged')}</dt>
        <dd>{texts.credits((credits.charged ?? 0) - credits.refunded)}</dd>
        <dt>{t('headshots.client.used.cameBack')}</dt>
        <dd>{texts.credits((credits.released ?? 0) + credits.refunded)}</dd>
      </dl>
      <ButtonLink href={`/teams/${slug}/headshots/new?from=${detail.id}`} className="mt-4 w-full">
        <RotateCcw className="size-4" aria-hidden="true" />
        {t('headshots.client.used.again')}
      </ButtonLink>
      <p className="mt-2 text-12 text-ink-2">{t('headshots.client.used.againHint')}</p>
    </PanelSection>
  );
}
