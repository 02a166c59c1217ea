import { Heart } from 'lucide-react';
import { useTexts } from '#use-texts';

/** On a picture that its person likes best. */
export function FavouriteMark() {
  const { t } = useTexts();
  return (
    <span className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-[oklch(16%_.006_60/.74)] text-[oklch(98%_.004_85)]">
      <Heart className="size-4 fill-current" aria-hidden="true" />
      <span className="sr-only">{t('headshots.client.favourite')}</span>
    </span>
  );
}
