'use client';

import { ShieldCheck } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Time } from '@/components/ui/time';
import type { GenerationDetail } from '@/features/generation/generation-types';
import type { LinkView } from '../links/link-types';
import { DeleteSection } from './delete-section';
import { DownloadSection, type FileWish } from './download-section';
import type { ShownPicture } from './result-view';
import { ShareSection } from './share-section';
import { UsedSection } from './used-section';

type Props = {
  slug: string;
  detail: GenerationDetail;
  mayBuy: boolean;
  picture: ShownPicture;
  /** With which others see it. */
  link: LinkView | null;
  /** Pictures that are there. */
  count: number;
  wish: FileWish;
  onWish: (wish: FileWish) => void;
};

/** What can be done with the chosen picture, and what it was made with. */
export function ResultTools({ slug, detail, mayBuy, picture, link, count, wish, onWish }: Props) {
  const { t } = useTexts();
  return (
    <aside
      aria-label={t('headshots.client.tools.label')}
      className="divide-y rounded-card border bg-card max-xl:col-start-2 phone:order-3 phone:col-start-1"
    >
      <DownloadSection
        slug={slug}
        detail={detail}
        mayBuy={mayBuy}
        picture={picture}
        count={count}
        wish={wish}
        onWish={onWish}
      />
      <ShareSection key={picture.id} slug={slug} generationId={detail.id} picture={picture} link={link} />
      <UsedSection slug={slug} detail={detail} picture={picture} />
      <DeleteSection slug={slug} generationId={detail.id} picture={picture} count={count} />
      <p className="flex gap-2 px-5 py-3 text-12 text-ink-2">
        <ShieldCheck className="mt-px size-4 flex-none" aria-hidden="true" />
        <span>
          <MarkedAndKept detail={detail} engine={picture.engine ?? detail.engine} />
        </span>
      </p>
    </aside>
  );
}

function MarkedAndKept({
  detail: { keptUntil, proUntil },
  engine,
}: {
  detail: GenerationDetail;
  engine: string;
}) {
  const { t, rich } = useTexts();
  if (keptUntil)
    return rich('headshots.client.tools.keptUntil', {
      engine,
      when: () => <Time value={keptUntil} style="date" />,
    });
  if (!proUntil) return t('headshots.client.tools.keptPro', { engine });
  return rich('headshots.client.tools.keptProUntil', {
    engine,
    when: () => <Time value={proUntil} style="date-year" />,
  });
}
