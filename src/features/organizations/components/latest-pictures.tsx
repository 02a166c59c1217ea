import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PictureCard } from '@/components/ui/picture-card';

type LatestPicturesProps = {
  slug: string;
  pictures: readonly { id: string; generationId: string; style: string }[];
};

/** The newest headshots of the person who looks; nobody else's ever. */
export function LatestPictures({ slug, pictures }: LatestPicturesProps) {
  if (pictures.length === 0) return null;
  return (
    <Card>
      <CardHead title="Latest headshots">
        <ButtonLink href={`/teams/${slug}/headshots`} size="sm">
          All
        </ButtonLink>
      </CardHead>
      <CardBody className="grid grid-cols-4 gap-4 phone:grid-cols-2">
        {pictures.map((picture) => (
          <Link key={picture.id} href={`/teams/${slug}/headshots/${picture.generationId}`}>
            <PictureCard
              src={`/api/files/pictures/${picture.id}/thumbnail`}
              alt={`Your headshot, ${picture.style}`}
              caption={picture.style}
            />
          </Link>
        ))}
      </CardBody>
    </Card>
  );
}
