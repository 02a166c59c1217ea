/** What the form for new headshots starts with: the options of a generation to be made again, as far as they can still be had. */
import type { Quality } from '@/features/billing/price-list';
import type { Aspect } from '../input';
import type { NewHeadshots } from '../loaders';
import type { Preferences } from '../preferences/preference-rules';

export type FirstRequest = {
  style: string;
  aspect: Aspect;
  quality: Quality;
  variations: number;
  preferences: Preferences;
};

export function firstRequest(data: NewHeadshots): FirstRequest {
  const { config, again } = data;
  const open = config.styles.filter(({ locked }) => !locked);
  const style = open.find(({ id }) => id === again?.style.id) ?? open[0];
  const quality = config.qualities.find(({ id, locked }) => id === again?.quality && !locked);
  return {
    style: style?.id ?? '',
    aspect: again?.aspect ?? '4:5',
    quality: quality?.id ?? config.qualities[0]?.id ?? 'standard',
    variations: again ? Math.min(again.variations, config.variations.allowed) : affordable(data),
    preferences: again?.preferences ?? {},
  };
}

/** As many pictures as the wallet pays for in the first style; all that the team can have when it pays for none. */
function affordable({ config, free }: NewHeadshots): number {
  const { allowed } = config.variations;
  const pictures = Math.floor(
    free / ((config.qualities[0]?.credits ?? 1) + (config.styles[0]?.surcharge ?? 0)),
  );
  return pictures >= 1 ? Math.min(allowed, pictures) : allowed;
}
