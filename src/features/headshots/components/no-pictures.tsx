import { useTexts } from '#use-texts';
import { EmptyPicture, FallenTripod } from '@/components/brand/empty-drawings';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { GenerationDetail } from '@/features/generation/generation-types';
import { failureOf } from '@/features/generation/rules';

/** A generation without pictures: what happened, that nothing was charged, what to do. */
export function NoPictures({ slug, detail }: { slug: string; detail: GenerationDetail }) {
  const texts = useTexts();
  const { t } = texts;
  const { status, pictures, credits } = detail;
  const again = (
    <ButtonLink variant="key" href={`/teams/${slug}/headshots/new?from=${detail.id}`}>
      {t(status === 'failed' ? 'headshots.none.again' : 'headshots.none.new')}
    </ButtonLink>
  );
  // Another product, so it is asked about and never done instead.
  const asksStudio = status === 'failed' && detail.engine !== 'studio';
  if (status === 'completed')
    return (
      <EmptyState light drawing={<EmptyPicture />} title={t('headshots.none.deletedTitle')} action={again}>
        {credits.refunded > 0
          ? t('headshots.none.deletedRefunded', { credits: credits.refunded })
          : t('headshots.none.deletedBody')}
      </EmptyState>
    );
  return (
    <EmptyState
      light
      drawing={status === 'failed' ? <FallenTripod /> : <EmptyPicture />}
      title={t(status === 'failed' ? 'headshots.none.failedTitle' : 'headshots.none.stoppedTitle')}
      action={
        asksStudio ? (
          <>
            {again}
            <ButtonLink href={`/teams/${slug}/headshots/new?from=${detail.id}&by=studio`}>
              {t('headshots.none.askStudio')}
            </ButtonLink>
          </>
        ) : (
          again
        )
      }
    >
      {status === 'failed' && (
        <p>
          {failureOf(
            pictures.map((picture) => picture.status),
            texts,
          )}
        </p>
      )}
      <p>{t('headshots.none.cameBack', { credits: credits.released ?? 0 })}</p>
      {asksStudio && <p>{t('headshots.none.studio')}</p>}
    </EmptyState>
  );
}
