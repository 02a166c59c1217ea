// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
import { ShieldCheck } from 'lucide-react';
import { AuthHead } from '@/components/shell/auth-shell';
import { cn } from '@/components/ui/cn';
import { Time } from '@/components/ui/time';
import type { SharedPicture as Shared } from '../links/link-types';

/** One picture for somebody with its link, and nothing of whose it is. */
export function SharedPicture({ shared }: { shared: Shared | 'expired' | null }) {
  if (shared === 'expired')
    return (
      <AuthHead title="This link has ended">
        Ask the person who sent it to renew it. Then the same link works again.
      </AuthHead>
    );
  if (!shared)
    return (
      <AuthHead title="This link does not work">
        It may be cut off, or the picture is not shared any more. Ask the person who sent it.
      </AuthHead>
    );
  const { url, width, height, transparent, madeByAi, expiresAt } = shared;
  return (
    <>
      <AuthHead title="A picture for you">
        Shared with this link until <Time value={expiresAt} style="date-time" />.
      </AuthHead>
      <img
        src={url}
        alt="Shared headshot"
        width={width}
        height={height}
        fetchPriority="high"
        className={cn('h-auto w-full rounded-picture bg-wash-2', transparent && 'checker')}
      />
      <p className="mt-4 flex gap-2 text-12 text-ink-2">
        <ShieldCheck className="mt-px size-4 flex-none" aria-hidden="true" />
        {madeByAi
          ? 'Made by AI from photos of the person'
          : 'Finished by software from a photo of the person'}
        , and marked so in the file.
      </p>
    </>
  );
}
