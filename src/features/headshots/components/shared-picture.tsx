// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows

import { ShieldCheck } from 'lucide-react';
import { useTexts } from '#use-texts';
import { AuthHead } from '@/components/shell/auth-shell';
import { cn } from '@/components/ui/cn';
import { Time } from '@/components/ui/time';
import type { SharedPicture as Shared } from '../links/link-types';

/** One picture for somebody with its link, and nothing of whose it is. */
export function SharedPicture({ shared }: { shared: Shared | 'expired' | null }) {
  const { t, rich } = useTexts();
  if (shared === 'expired')
    return <AuthHead title={t('headshots.shared.endedTitle')}>{t('headshots.shared.endedBody')}</AuthHead>;
  if (!shared)
    return <AuthHead title={t('headshots.shared.brokenTitle')}>{t('headshots.shared.brokenBody')}</AuthHead>;
  const { url, width, height, transparent, madeByAi, expiresAt } = shared;
  return (
    <>
      <AuthHead title={t('headshots.shared.title')}>
        {rich('headshots.shared.until', { when: () => <Time value={expiresAt} style="date-time" /> })}
      </AuthHead>
      <img
        src={url}
        alt={t('headshots.shared.alt')}
        width={width}
        height={height}
        fetchPriority="high"
        className={cn('h-auto w-full rounded-picture bg-wash-2', transparent && 'checker')}
      />
      <p className="mt-4 flex gap-2 text-12 text-ink-2">
        <ShieldCheck className="mt-px size-4 flex-none" aria-hidden="true" />
        {t(madeByAi ? 'headshots.shared.madeByAi' : 'headshots.shared.finished')}
      </p>
    </>
  );
}
