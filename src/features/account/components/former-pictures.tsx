import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PictureCard } from '@/components/ui/picture-card';

type FormerPicturesProps = { pictures: readonly { id: string; team: string; style: string }[] };

/** Headshots from teams the person has left. They are the person's own, so they can still be taken along. */
export function FormerPictures({ pictures }: FormerPicturesProps) {
  return (
    <Card className="lg:col-span-2">
      <CardHead title="Pictures from teams you left" />
      <CardBody>
        <p className="mb-4 text-ink-2">They are yours. Press one to download it.</p>
        <div className="grid grid-cols-4 gap-4 phone:grid-cols-2">
          {pictures.map((picture) => (
            <a
              key={picture.id}
              href={`/api/files/pictures/${picture.id}/picture`}
              download={`headshot-${picture.style}`}
            >
              <PictureCard
                src={`/api/files/pictures/${picture.id}/thumbnail`}
                alt={`Download your headshot, ${picture.style}`}
                caption={`${picture.style}, ${picture.team}`}
              />
            </a>
          ))}
        </div>
      </CardBody>
    </Card>
  );
}
