import { CircleX } from 'lucide-react';
import { useTexts } from '#use-texts';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { EmptyFrame } from '@/components/ui/picture-card';
import { PictureFrame } from '@/components/ui/picture-frame';
import type { PictureView } from '@/features/generation/generation-types';
import type { Aspect } from '@/features/generation/input';
import { RATIO } from '../comparison';

type Props = {
  pictures: readonly PictureView[];
  aspect: Aspect;
  /** Id of the picture on the stage. */
  current: string;
  onChoose: (id: string) => void;
};

/** All pictures of the generation in a strip, the ones that did not come out too: they are not charged. */
export function FilmStrip({ pictures, aspect, current, onChoose }: Props) {
  const { t } = useTexts();
  return (
    <ul
      aria-label={t('headshots.client.strip.label')}
      className="grid gap-3 phone:order-2 phone:grid-cols-4 phone:gap-2.5"
    >
      {pictures.map((picture) => (
        <li key={picture.id}>
          {picture.thumbnailUrl ? (
            <button
              type="button"
              aria-pressed={picture.id === current}
              onClick={() => onChoose(picture.id)}
              className="block w-full rounded-card text-left"
            >
              <PictureFrame
                src={picture.thumbnailUrl}
                alt={t('headshots.client.strip.picture', { number: picture.number })}
                ratio={RATIO[aspect]}
                small
                eager
                selected={picture.id === current}
              />
              <span className="flex items-center gap-1.5 pt-1.5 text-12">
                <span className="text-ink-2">{picture.number}</span>
                {picture.likeness && <LikenessArc value={picture.likeness.score} size={16} />}
              </span>
            </button>
          ) : (
            <EmptyFrame
              icon={<CircleX aria-hidden="true" />}
              caption={t('generation.client.developing.notCharged')}
            >
              {t('generation.client.developing.lost', { status: picture.status })}
            </EmptyFrame>
          )}
        </li>
      ))}
    </ul>
  );
}
