// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows

import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import type { ResultFrame } from '../loaders';
import type { ShownPicture } from './result-view';

type Props = { picture: ShownPicture } & Pick<ResultFrame, 'person' | 'team'>;

/** The picture at the sizes at which colleagues will meet it, so that a crop or a dark backdrop shows before it is used. */
export function SeenIn({ picture, person, team }: Props) {
  const { t } = useTexts();
  const src = picture.thumbnailUrl ?? picture.url;
  const first = person.name.split(' ')[0] ?? person.name;
  return (
    <section aria-labelledby="seen-in" className="pt-8">
      <h2 id="seen-in" className="mb-3 font-semibold text-16">
        {t('headshots.client.seen.title')}
      </h2>
      <div className="grid grid-cols-3 gap-4 max-lg:grid-cols-1">
        <Frame caption={t('headshots.client.seen.profile')} className="items-center">
          <Face src={src} className="size-16 rounded-full" />
          <Lines bold={person.name}>{team}</Lines>
        </Frame>
        <Frame caption={t('headshots.client.seen.message')}>
          <Face src={src} className="size-9 rounded-control" />
          <Lines
            bold={
              <>
                {first}{' '}
                <span className="font-normal text-12 text-ink-2">
                  {t('headshots.client.seen.messageTime')}
                </span>
              </>
            }
          >
            {t('headshots.client.seen.messageText')}
          </Lines>
        </Frame>
        <Frame caption={t('headshots.client.seen.signature')} className="items-center">
          <Face src={src} className="size-14 rounded-tag" />
          <Lines bold={person.name}>{person.email}</Lines>
        </Frame>
      </div>
    </section>
  );
}

function Frame({
  caption,
  className,
  children,
}: {
  caption: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <figure className="grid content-between gap-3 rounded-card border bg-card p-4">
      <div className={cn('flex items-start gap-4', className)}>{children}</div>
      <figcaption className="text-12 text-ink-2">{caption}</figcaption>
    </figure>
  );
}

/** The upper square: our shapes put the face there. */
function Face({ src, className }: { src: string; className: string }) {
  return (
    <img src={src} alt="" className={cn('flex-none bg-wash-2 object-cover object-[50%_20%]', className)} />
  );
}

function Lines({ bold, children }: { bold: ReactNode; children: ReactNode }) {
  return (
    <p className="min-w-0">
      <span className="block font-semibold">{bold}</span>
      <span className="wrap-anywhere block text-ink-2">{children}</span>
    </p>
  );
}
