'use client';

import { Heart } from 'lucide-react';
import { useOptimistic } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { favouriteAction } from '../actions';
import type { ShownPicture } from './result-view';

/** Marks a picture as a favourite, or takes the mark off. */
export function FavouriteButton({ slug, picture }: { slug: string; picture: ShownPicture }) {
  const { t } = useTexts();
  const { submit } = useSubmit('ui.client.lost.pressAgain');
  const [favourite, show] = useOptimistic(picture.favourite);
  const toggle = () =>
    submit(
      () => {
        show(!favourite);
        return favouriteAction(slug, { pictureId: picture.id, favourite: !favourite });
      },
      { onDone: () => {}, onRefused: ({ message }) => toast.error(message) },
    );
  return (
    <Button
      size="icon"
      aria-label={t('headshots.client.favourite')}
      aria-pressed={favourite}
      onClick={toggle}
    >
      <Heart className={cn('size-4', favourite && 'fill-key text-key')} aria-hidden="true" />
    </Button>
  );
}
