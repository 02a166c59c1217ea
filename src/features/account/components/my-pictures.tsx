import { Download } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { PictureFrame } from '@/components/ui/picture-card';
import { Time } from '@/components/ui/time';
import type { MyPicturesView } from '../picture-loaders';
import { DeletePictureButton } from './delete-picture-button';

const HERE = '/account/pictures';

type Picture = MyPicturesView['pictures'][number];

/** The person's headshots from every team, also from those they left. */
export function MyPictures({ view: { pictures, nextCursor, later } }: { view: MyPicturesView }) {
  return (
    <>
      <PageHead title="My pictures">
        From all my teams, also from those I left. They are mine to keep.
      </PageHead>
      {pictures.length === 0 ? (
        <EmptyState
          light
          title={later ? 'No older pictures' : 'No pictures yet'}
          action={
            <ButtonLink href={later ? HERE : '/teams?new'}>{later ? 'To the newest' : 'My teams'}</ButtonLink>
          }
        >
          {later ? 'These were all.' : 'What is made of you in a team is shown here, too.'}
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
        newerLabel="Newest"
        olderHref={nextCursor ? `${HERE}?before=${encodeURIComponent(nextCursor)}` : undefined}
      />
    </>
  );
}

function Card({ picture }: { picture: Picture }) {
  const { id, team, style, createdAt, href, sharedUntil, keptUntil } = picture;
  const what = `${style}, ${team}`;
  const frame = <PictureFrame src={`/api/files/pictures/${id}/thumbnail`} alt={`Your headshot: ${what}`} />;
  return (
    <>
      {href ? <Link href={href}>{frame}</Link> : frame}
      <p className="mt-2.5 truncate font-medium">{style}</p>
      <p className="truncate text-ink-2">
        {team}
        {!href && ', which I left'}
      </p>
      <p className="text-12 text-ink-2">
        Made <Time value={createdAt} style="date-year" />
        {keptUntil && (
          <>
            , kept until <Time value={keptUntil} style="date-year" />
          </>
        )}
      </p>
      <p className="text-12 text-ink-2">
        {sharedUntil ? (
          <>
            Whoever has its link sees it until <Time value={sharedUntil} style="date" />
          </>
        ) : (
          'Only I see it'
        )}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <a
          href={`/api/files/pictures/${id}/picture`}
          download={`headshot-${style}`}
          aria-label={`Download ${what}`}
          className={buttonClass('default', 'sm')}
        >
          {/* On a phone both buttons fit side by side without it. */}
          <Download className="size-4 phone:hidden" aria-hidden="true" />
          Download
        </a>
        <DeletePictureButton id={id} what={what} />
      </div>
    </>
  );
}
