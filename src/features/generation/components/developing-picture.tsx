import { CircleX } from 'lucide-react';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { EmptyFrame, PictureCard } from '@/components/ui/picture-card';
import type { GenerationProgress } from '../generation-types';
import type { Aspect } from '../input';

type Props = {
  picture: GenerationProgress['pictures'][number];
  aspect: Aspect;
};

const RATIO = { '1:1': '1/1', '3:4': '3/4', '4:5': '4/5' } as const;

/** Out of focus while it is drawn (it is the selfie it is made of), sharper while it is scored, then the picture. */
const BLUR: Record<string, number> = { drawing: 18, scoring: 5 };

const WORD: Record<string, string> = { pending: 'next', drawing: 'drawing', scoring: 'scoring' };

/** One of the pictures being made, as it comes out of the developer. */
export function DevelopingPicture({ picture, aspect }: Props) {
  const { number, status, likeness, thumbnailUrl, selfieUrl } = picture;
  if (status === 'unlike' || status === 'refused' || status === 'failed' || status === 'cancelled')
    return (
      <EmptyFrame icon={<CircleX aria-hidden="true" />} caption="Not charged">
        {LOST[status]}
      </EmptyFrame>
    );
  const ready = thumbnailUrl !== null;
  const blur = BLUR[status] ?? 0;
  return (
    <PictureCard
      src={thumbnailUrl ?? (blur > 0 ? (selfieUrl ?? undefined) : undefined)}
      alt={ready ? `Picture ${number}` : `Picture ${number}, ${WORD[status] ?? status}`}
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
            <span className="text-12">{WORD[status]}</span>
          )}
        </span>
      }
    />
  );
}

export const LOST = {
  unlike: 'Not like you',
  refused: 'Refused',
  failed: 'Not made',
  cancelled: 'Stopped',
} as const;
