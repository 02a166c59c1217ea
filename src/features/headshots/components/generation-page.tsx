import { useTexts } from '#use-texts';
import { PageHead } from '@/components/ui/page-head';
import { Verdict } from '@/components/ui/verdict';
import { ProgressView } from '@/features/generation/components/progress-view';
import type { GenerationDetail } from '@/features/generation/generation-types';
import type { ShownGeneration } from '@/features/generation/loaders';
import type { ResultFrame } from '../loaders';
import { NoPictures } from './no-pictures';
import { ResultView } from './result-view';

type Props = {
  shown: ShownGeneration;
  around: ResultFrame;
  picture?: number | undefined;
};

/** One generation: how far it is while it runs, then its pictures, or why there are none. */
export function GenerationPage({ shown, around, picture }: Props) {
  const { t, moment } = useTexts();
  const { slug, detail, progress, behind, mayBuy, pushKey } = shown;
  const hasPictures = detail.pictures.some(({ url }) => url !== null);
  return (
    <>
      <PageHead
        title={detail.style.name}
        crumbs={[
          { label: t('headshots.title'), href: `/teams/${slug}/headshots` },
          { label: moment(new Date(detail.createdAt), 'date') },
        ]}
        actions={!progress && hasPictures && <Facts detail={detail} />}
      />
      {progress ? (
        <ProgressView slug={slug} detail={detail} initial={progress} behind={behind} pushKey={pushKey} />
      ) : hasPictures ? (
        <ResultView slug={slug} detail={detail} mayBuy={mayBuy} around={around} picture={picture} />
      ) : (
        <NoPictures slug={slug} detail={detail} />
      )}
    </>
  );
}

function Facts({ detail }: { detail: GenerationDetail }) {
  const { t } = useTexts();
  const { seconds, credits } = detail;
  const returned = (credits.released ?? 0) + credits.refunded;
  const values = { charged: (credits.charged ?? 0) - credits.refunded, held: credits.held, returned };
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <Verdict tone="good">
        {seconds ? t('headshots.generation.completedIn', { seconds }) : t('headshots.generation.completed')}
      </Verdict>
      <span className="text-ink-2">
        {t(returned > 0 ? 'headshots.generation.chargedBack' : 'headshots.generation.charged', values)}
      </span>
    </p>
  );
}
