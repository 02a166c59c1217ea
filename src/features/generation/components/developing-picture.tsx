import { CircleX } from 'lucide-react';
import { useTexts } from '#use-texts';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { EmptyFrame, PictureCard } from '@/components/ui/picture-card';
import type { GenerationProgress } from '../generation-types';
import type { Aspect } from '../input';
import type { PictureStatus } from '../rules';

type Props = {
  picture: GenerationProgress['pictures'][number];
  aspect: Aspect;
};

const RATIO = { '1:1': '1/1', '3:4': '3/4', '4:5': '4/5' } as const;

/** Out of focus while it is drawn (it is the selfie it is made of), sharper while it is scored, then the picture. */
const BLUR: Record<string, number> = { drawing: 18, scoring: 5 };

/** One of the pictures being made, as it comes out of the developer. */
export function DevelopingPicture({ picture, aspect }: Props) {
  const { t } = useTexts();
  const { number, status, likeness, thumbnailUrl, selfieUrl } = picture;
  if (status === 'unlike' || status === 'refused' || status === 'failed' || status === 'cancelled')
    return (
      <EmptyFrame
        icon={<CircleX aria-hidden="true" />}
        caption={t('generation.client.developing.notCharged')}
      >
        {t('generation.client.developing.lost', { status })}
      </EmptyFrame>
    );
  const ready = thumbnailUrl !== null;
  const blur = BLUR[status] ?? 0;
  return (
    <PictureCard
      src={thumbnailUrl ?? (blur > 0 ? (selfieUrl ?? undefined) : undefined)}
      alt={t(ready ? 'generation.client.developing.picture' : 'generation.client.developing.pictureDoing', {
        number,
        status,
      })}
      ratio={RATIO[aspect]}
      blur={blur}
      eager
      {...(ready ? { className: '[&_img]:animate-develop' } : {})}
      caption={
        <span className="flex items-center gap-2 text-ink-2">
          {number}
          {ready && likeness ? (
            <LikenessArc value={likeness.score} size={28} />
          ) : (
            <span className="text-12">
              {isWaitedFor(status) && t(`generation.client.developing.doing.${status}`)}
            </span>
          )}
        </span>
      }
    />
  );
}

function isWaitedFor(status: PictureStatus): status is 'pending' | 'drawing' | 'scoring' {
  return status === 'pending' || status === 'drawing' || status === 'scoring';
}
