import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { PictureFrame } from '@/components/ui/picture-frame';
import { Time } from '@/components/ui/time';
import type { MyPicturesView } from '../picture-loaders';
import { DeletePictureButton } from './delete-picture-button';

const HERE = '/account/pictures';

type Picture = MyPicturesView['pictures'][number];

/** The person's headshots from every team, also from those they left. */
export function MyPictures({ view: { pictures, nextCursor, later } }: { view: MyPicturesView }) {
  const { t } = useTexts();
  return (
    <>
      <PageHead
        title={t('account.pictures.title')}
        actions={<ButtonLink href="/account/deletions">{t('deletion.list.title')}</ButtonLink>}
      >
        {t('account.pictures.lead')}
      </PageHead>
      {pictures.length === 0 ? (
        <EmptyState
          light
          title={t(later ? 'account.pictures.noOlder' : 'account.pictures.none')}
          action={
            <ButtonLink href={later ? HERE : '/teams?new'}>
              {t(later ? 'account.pictures.toNewest' : 'account.pictures.myTeams')}
            </ButtonLink>
          }
        >
          {t(later ? 'account.pictures.all' : 'account.pictures.noneLead')}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-4 gap-x-4 gap-y-8 max-lg:grid-cols-3 phone:grid-cols-2">
          {pictures.map((picture) => (
            <li key={picture.id} className="min-w-0">
              <Card picture={picture} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        newerHref={later ? HERE : undefined}
        newerLabel={t('account.pictures.newest')}
        olderHref={nextCursor ? `${HERE}?before=${encodeURIComponent(nextCursor)}` : undefined}
      />
    </>
  );
}

function Card({ picture }: { picture: Picture }) {
  const { t, rich } = useTexts();
  const { id, team, style, createdAt, href, sharedUntil, keptUntil } = picture;
  const what = `${style}, ${team}`;
  const frame = (
    <PictureFrame src={`/api/files/pictures/${id}/thumbnail`} alt={t('account.pictures.alt', { what })} />
  );
  return (
    <>
      {href ? <Link href={href}>{frame}</Link> : frame}
      <p className="mt-2.5 truncate font-medium">{style}</p>
      <p className="truncate text-ink-2">{href ? team : t('account.pictures.left', { team })}</p>
      <p className="text-12 text-ink-2">
        {rich(keptUntil ? 'account.pictures.madeAndKept' : 'account.pictures.made', {
          made: () => <Time key="made" value={createdAt} style="date-year" />,
          kept: () => keptUntil && <Time key="kept" value={keptUntil} style="date-year" />,
        })}
      </p>
      <p className="text-12 text-ink-2">
        {sharedUntil
          ? rich('account.pictures.shared', {
              day: () => <Time key="day" value={sharedUntil} style="date" />,
            })
          : t('account.pictures.onlyMe')}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <a
          href={`/api/files/pictures/${id}/picture`}
          download={`headshot-${style}`}
          aria-label={t('account.pictures.downloadOf', { what })}
          className={buttonClass('default', 'sm')}
        >
          {/* On a phone both buttons fit side by side without it. */}
          <Download className="size-4 phone:hidden" aria-hidden="true" />
          {t('account.client.backup.download')}
        </a>
        <DeletePictureButton id={id} what={what} />
      </div>
    </>
  );
}
