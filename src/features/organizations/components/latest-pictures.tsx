import Link from 'next/link';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PictureCard } from '@/components/ui/picture-card';

type LatestPicturesProps = {
  slug: string;
  pictures: readonly { id: string; generationId: string; style: string }[];
};

/** The newest headshots of the person who looks; nobody else's ever. */
export function LatestPictures({ slug, pictures }: LatestPicturesProps) {
  const { t } = useTexts();
  if (pictures.length === 0) return null;
  return (
    <Card>
      <CardHead title={t('members.home.latest')}>
        <ButtonLink href={`/teams/${slug}/headshots`} size="sm">
          {t('members.home.all')}
        </ButtonLink>
      </CardHead>
      <CardBody className="grid grid-cols-4 gap-4 phone:grid-cols-2">
        {pictures.map((picture) => (
          <Link key={picture.id} href={`/teams/${slug}/headshots/${picture.generationId}`}>
            <PictureCard
              src={`/api/files/pictures/${picture.id}/thumbnail`}
              alt={t('members.home.headshot', { style: picture.style })}
              caption={picture.style}
            />
          </Link>
        ))}
      </CardBody>
    </Card>
  );
}
