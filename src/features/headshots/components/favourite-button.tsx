'use client';

import { Heart } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { toast } from '@/components/ui/toast';
import { favouriteAction } from '../actions';
import type { ShownPicture } from './result-view';

/** Marks a picture as a favourite, or takes the mark off. */
export function FavouriteButton({ slug, picture }: { slug: string; picture: ShownPicture }) {
  const { t } = useTexts();
  const [, startTransition] = useTransition();
  const [favourite, show] = useOptimistic(picture.favourite);
  const toggle = () =>
    startTransition(async () => {
      show(!favourite);
      const result = await favouriteAction(slug, { pictureId: picture.id, favourite: !favourite });
      if (!result.ok) toast.error(result.message);
    });
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
