'use client';

import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { PictureCard } from '@/components/ui/picture-card';
import type { PictureView } from '@/features/generation/generation-types';
import type { Aspect } from '@/features/generation/input';
import { RATIO } from '../comparison';
import { FavouriteMark } from './favourite-mark';
import { CELL } from './gallery-keys';
import { useSelection } from './selection';

type Props = { href: string; picture: PictureView; aspect: Aspect; name: string };

/** One picture of the gallery: a press opens it, its box chooses it for what is done to many. */
export function GalleryPicture({ href, picture, aspect, name }: Props) {
  const { t } = useTexts();
  const { chosen, toggle } = useSelection();
  const { id, number, thumbnailUrl, likeness, favourite } = picture;
  const selected = chosen.has(id);
  return (
    // What has the focus must not lie under the bar at the bottom.
    <li className="group/picture relative [&_a]:scroll-mb-32 max-lg:[&_a]:scroll-mb-56 [&_input]:scroll-mb-32 max-lg:[&_input]:scroll-mb-56">
      <Link href={`${href}?picture=${number}`} className="block rounded-picture" {...CELL}>
        <PictureCard
          src={thumbnailUrl ?? undefined}
          alt={t('headshots.client.gallery.picture', { style: name, number })}
          ratio={RATIO[aspect]}
          selected={selected}
          caption={<span className="text-ink-2">{number}</span>}
          aside={likeness && <LikenessArc value={likeness.score} size={28} />}
        >
          {favourite && <FavouriteMark />}
        </PictureCard>
      </Link>
      <span
        className={cn(
          'absolute top-2 left-2 grid size-8 place-items-center rounded-control bg-card/85 transition-opacity pointer-coarse:size-10',
          !selected &&
            chosen.size === 0 &&
            'opacity-0 focus-within:opacity-100 group-hover/picture:opacity-100 pointer-coarse:opacity-100',
        )}
      >
        <Checkbox
          label={t('headshots.client.gallery.choose', { style: name, number })}
          hideLabel
          checked={selected}
          onChange={(event) => toggle([id], event.currentTarget.checked)}
        />
      </span>
    </li>
  );
}
