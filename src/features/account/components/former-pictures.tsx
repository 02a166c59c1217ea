import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PictureCard } from '@/components/ui/picture-card';
import { Time } from '@/components/ui/time';

type FormerPicturesProps = {
  pictures: readonly { id: string; team: string; style: string; keptUntil: string | null }[];
};

/** Headshots from teams the person has left. They are the person's own, so they can still be taken along. */
export function FormerPictures({ pictures }: FormerPicturesProps) {
  return (
    <Card id="former" className="scroll-mt-6 lg:col-span-2">
      <CardHead title="Pictures from teams you left" />
      <CardBody>
        <p className="mb-4 max-w-reading text-ink-2">
          They are yours. Press one to download it. They are kept as long as the team keeps pictures; we tell
          you before one is deleted.
        </p>
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
              {picture.keptUntil && (
                <span className="text-12 text-ink-2">
                  Kept until <Time value={picture.keptUntil} style="date-year" />
                </span>
              )}
            </a>
          ))}
        </div>
      </CardBody>
    </Card>
  );
}
